import { WIDTHS } from '../rendering/rendition.ts';

/** The shop's own copy of a picture that is published elsewhere. */
export interface PictureCopy {
  readonly digest: string;
  readonly width: number;
  readonly height: number;
  readonly placeholder: string;
}

/** What names the files of a copy. */
export const copyHash = (digest: string): string => digest.slice(0, 12);

/** The widths that a copy of a picture has: none beyond its own. */
export function copyWidths(width: number): readonly number[] {
  const smaller = WIDTHS.filter((one) => one <= width);
  return smaller.length > 0 ? smaller : [width];
}

/** The address of a copy in a width and format, as a URI template (RFC 6570). */
export const copyTemplate = ({ digest }: PictureCopy): string => `/pictures/copy-${copyHash(digest)}-{width}.{format}`;
