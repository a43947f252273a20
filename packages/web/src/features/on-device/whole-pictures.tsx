import { memo, type RefCallback, useCallback, useState } from 'react';
import { Picture } from '../../components/picture.tsx';
import type { WholeProduct } from './use-whole-list.ts';

/** Which of a list's pictures have come: their addresses, as the browser chose them. */
export type ReadyPictures = ReadonlyMap<string, string>;

/** What has come of the pictures of a list, and what fetches them. */
export function useWholePictures(): { ready: ReadyPictures; note: (slug: string, source: string) => void } {
  const [ready, setReady] = useState<ReadyPictures>(new Map());
  const note = useCallback((slug: string, source: string) => {
    setReady((before) => new Map(before).set(slug, source));
  }, []);
  return { ready, note };
}

interface WholePicturesProps {
  readonly products: readonly WholeProduct[];
  readonly onReady: (slug: string, source: string) => void;
}

/**
 * Fetches all pictures of a list out of sight, in the order of the shop. If the ranked list fetched its own, the order in
 * which they are asked for would be the rank.
 */
export const WholePictures = memo(({ products, onReady }: WholePicturesProps) => {
  const watch: RefCallback<HTMLElement> = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const note = (image: HTMLImageElement) => {
        const slug = image.closest<HTMLElement>('[data-slug]')?.dataset.slug;
        if (slug !== undefined && image.naturalWidth > 0) onReady(slug, image.currentSrc);
      };
      const loaded = ({ target }: Event) => target instanceof HTMLImageElement && note(target);
      element.addEventListener('load', loaded, true);
      for (const image of element.querySelectorAll('img')) if (image.complete) note(image);
      return () => element.removeEventListener('load', loaded, true);
    },
    [onReady],
  );
  return (
    <div ref={watch} aria-hidden="true" inert className="invisible absolute size-px overflow-hidden">
      {products.map(({ slug, pictures: [picture] }) => (
        <div key={slug} data-slug={slug} className="w-80">
          {picture && <Picture picture={picture} sizes="20rem" decorative leading="early" />}
        </div>
      ))}
    </div>
  );
});
