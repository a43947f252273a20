import { classNames } from './class-names.ts';
import { sourcesOf } from './picture-sources.ts';
import { preloadPicture } from './preload-picture.ts';

/** A picture as the API answers it. */
export interface PictureValue {
  readonly url: string;
  readonly template: string | null;
  readonly widths: readonly number[];
  readonly formats: readonly string[];
  readonly placeholder: string | null;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

interface PictureProps {
  readonly picture: PictureValue;
  /** How wide it is shown, as in the HTML attribute, so that a browser fetches no more than it needs. */
  readonly sizes: string;
  /** In view when the page opens: fetched at once, the one that the page begins with before all else. */
  readonly leading?: 'first' | 'early' | undefined;
  /** Decoration beside a name that says the same: not read out. */
  readonly decorative?: boolean;
  readonly className?: string;
}

/**
 * A picture in the format and width that the browser likes best, with the dimensions that keep the page from shifting and its
 * colours before it has come; in the dark it is dimmed a little.
 */
export function Picture({ picture, sizes, leading, decorative = false, className }: PictureProps) {
  const sources = sourcesOf(picture);
  if (leading === 'first' && sources[0]) preloadPicture(sources[0], sizes);
  return (
    <picture className="contents">
      {sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      <img
        src={picture.url}
        width={picture.width}
        height={picture.height}
        alt={decorative ? '' : picture.alt}
        loading={leading ? 'eager' : 'lazy'}
        fetchPriority={leading === 'first' ? 'high' : 'auto'}
        decoding="async"
        // The placeholder is made by the server of nothing but colours; the picture itself, being opaque, covers it.
        style={picture.placeholder === null ? undefined : { backgroundImage: `url("${picture.placeholder}")` }}
        className={classNames('block h-auto w-full bg-sunken bg-cover object-cover dim-in-dark', className)}
      />
    </picture>
  );
}
