import type { NamedDrawing } from './drawing.ts';
import type { PictureFiles } from './picture-files.ts';
import type { PictureRenderer } from './picture-renderer.ts';
import { madeWith, WIDTHS } from './rendition.ts';

/** What to render ahead, and how to tell of it. */
export interface AheadOptions {
  readonly drawings: Iterable<NamedDrawing>;
  readonly files: PictureFiles;
  readonly renderer: PictureRenderer;
  readonly signal?: AbortSignal;
  /** Told after each drawing how many were looked at and how many of them were rendered now. */
  readonly onProgress?: (seen: number, rendered: number) => void;
}

/** Renders what has not been rendered yet, one after the other, in the formats that browsers ask for; answers how many those were. */
export async function renderAhead({ drawings, files, renderer, signal, onProgress }: AheadOptions): Promise<number> {
  const formats = madeWith('avif');
  const largest = { width: Math.max(...WIDTHS), format: formats.at(-1) ?? 'webp' };
  let seen = 0;
  let rendered = 0;
  for (const named of drawings) {
    if (signal?.aborted) break;
    if (!(await files.has(named.hash, largest)) && (await renderer.ask({ ...named, formats }))) rendered++;
    onProgress?.(++seen, rendered);
  }
  return rendered;
}
