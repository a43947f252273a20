import { classNames } from './class-names.ts';

/** A picture as the API answers it. */
export interface PictureValue {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

interface PictureProps {
  readonly picture: PictureValue;
  /** The picture that a page is about: fetched first instead of when it comes into view. */
  readonly leading?: boolean;
  /** Decoration beside a name that says the same: not read out. */
  readonly decorative?: boolean;
  readonly className?: string;
}

/** A picture with the dimensions that keep the page from shifting; in the dark it is dimmed a little. */
export function Picture({ picture, leading = false, decorative = false, className }: PictureProps) {
  return (
    <img
      src={picture.url}
      width={picture.width}
      height={picture.height}
      alt={decorative ? '' : picture.alt}
      loading={leading ? 'eager' : 'lazy'}
      fetchPriority={leading ? 'high' : 'auto'}
      decoding="async"
      className={classNames('block h-auto w-full bg-sunken object-cover dim-in-dark', className)}
    />
  );
}
