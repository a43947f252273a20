import type { Sharp } from 'sharp';
import type { RenditionFormat } from './rendition.ts';

/**
 * How each format is written. AVIF is slow: at effort 2 a picture takes half a second in all widths, at the library's own 4
 * three seconds, for a file a tenth smaller.
 */
export const WRITE: Readonly<Record<RenditionFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 60, effort: 2 }),
  webp: (picture) => picture.webp({ quality: 82, effort: 3, smartSubsample: true }),
  png: (picture) => picture.png({ compressionLevel: 8 }),
};
