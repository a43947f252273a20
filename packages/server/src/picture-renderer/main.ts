import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { PictureFiles } from '../features/catalog/rendering/picture-files.ts';
import type { RenderJob } from '../features/catalog/rendering/picture-renderer.ts';
import { useLabelFonts } from './label-fonts.ts';

/*
 * The process that turns drawings into picture files, one at a time, as lines of standard input ask it to. It is apart from the
 * server since the picture library takes more memory than the shop does, and ends when its input does: with whoever started it.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('The folder of pictures is not given.');
process.umask(0o077);
// Whoever buys comes first.
setPriority(19);
await useLabelFonts(folder);
const { renderDrawing } = await import('../features/catalog/rendering/render-drawing.ts');
const { default: sharp } = await import('sharp');
sharp.concurrency(1);
sharp.cache(false);

const files = new PictureFiles(folder);
for await (const line of createInterface({ input: process.stdin })) {
  let error: string | null = null;
  try {
    await renderDrawing(files, JSON.parse(line) as RenderJob);
  } catch (cause) {
    error = cause instanceof Error ? cause.message : String(cause);
  }
  process.stdout.write(`${JSON.stringify({ error })}\n`);
}
