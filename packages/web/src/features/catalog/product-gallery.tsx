import { type RefCallback, useCallback, useState } from 'react';
import { Picture } from '../../components/picture.tsx';
import type { ProductQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';

type Pictures = NonNullable<ProductQuery['product']>['pictures'];

/** A product's pictures: one under the other in a wide window, to be pushed along in a narrow one. */
export function ProductGallery({ pictures }: { pictures: Pictures }) {
  const t = useText();
  const { scrolls, watch } = useScrolls();
  if (pictures.length === 0) {
    return (
      <p className="flex aspect-4/5 items-center justify-center bg-sunken p-8 text-center text-small text-ink-faint sm:rounded-soft">
        {t('product.noPicture')}
      </p>
    );
  }
  return (
    <section aria-label={t('product.pictures')}>
      <ul
        ref={watch}
        // Pushed along by the arrow keys too, in browsers that do not let the keyboard reach what scrolls by themselves.
        tabIndex={scrolls ? 0 : undefined}
        className="no-scrollbar -mx-[clamp(1.25rem,4.2vw,4.5rem)] flex snap-x snap-mandatory gap-2 overflow-x-auto sm:mx-0 lg:grid lg:grid-cols-2 lg:gap-4 lg:overflow-visible"
      >
        {pictures.map((picture, place) => (
          <li
            key={picture.url}
            className="aspect-4/5 w-[88%] shrink-0 snap-center overflow-hidden only:w-full sm:w-[60%] sm:rounded-soft lg:w-auto lg:first:col-span-2 lg:last:nth-[even]:col-span-2 lg:last:nth-[even]:aspect-3/2"
          >
            <Picture
              picture={picture}
              sizes="(min-width: 64rem) 56vw, (min-width: 40rem) 60vw, 88vw"
              leading={place === 0 ? 'first' : undefined}
              className="h-full"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether there is more in an element than its width shows. */
function useScrolls(): { scrolls: boolean; watch: RefCallback<HTMLElement> } {
  const [scrolls, setScrolls] = useState(false);
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { scrolls, watch };
}
