/** A format that pictures are rendered to, as the end of a file's name. */
export type RenditionFormat = 'avif' | 'webp' | 'png';

/** Of a picture in one width and format. */
export interface Rendition {
  readonly width: number;
  readonly format: RenditionFormat;
}

/** The formats, the smallest files first. */
export const FORMATS: readonly RenditionFormat[] = ['avif', 'webp', 'png'];

/** Few widths, since each costs time: a thumbnail or a card, a card on a dense screen, and a whole page's picture. */
export const WIDTHS: readonly number[] = [320, 640, 1200];

/** The type of each format in HTTP and HTML. */
export const MIME_TYPES: Readonly<Record<RenditionFormat, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  png: 'image/png',
};

/** Formats that are made together: browsers take the first two; PNG is for what knows neither, and made when it is asked for. */
export function madeWith(format: RenditionFormat): readonly RenditionFormat[] {
  return format === 'png' ? ['png'] : ['avif', 'webp'];
}
