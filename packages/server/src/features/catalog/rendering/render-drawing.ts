import sharp from 'sharp';
import { type Drawing, draw } from './drawing.ts';
import type { PictureFiles } from './picture-files.ts';
import { type RenditionFormat, WIDTHS } from './rendition.ts';
import { WRITE } from './write-formats.ts';

/** Renders a drawing in all widths and keeps the files: the drawing itself is painted once. */
export async function renderDrawing(
  files: PictureFiles,
  { hash, drawing, formats }: { hash: string; drawing: Drawing; formats: readonly RenditionFormat[] },
): Promise<void> {
  const svg = await draw(drawing);
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  // The largest is written last: where it is, all are.
  for (const wanted of WIDTHS) {
    for (const format of formats) {
      const scaled = sharp(data, { raw: { width, height, channels } }).resize({ width: wanted });
      await files.write(hash, { width: wanted, format }, await WRITE[format](scaled).toBuffer());
    }
  }
}
