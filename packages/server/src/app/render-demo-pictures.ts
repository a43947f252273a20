import { setTimeout as wait } from 'node:timers/promises';
import { groupDrawings } from '../features/catalog/group-pictures.ts';
import { drawingsOf } from '../features/catalog/product-pictures.ts';
import { renderAhead } from '../features/catalog/rendering/render-ahead.ts';
import type { Shop } from './shop.ts';

/** How long a start is left alone (ms). */
const AFTER_MS = 5_000;

/** So many are rendered without being asked for: a large catalogue would take hours, and most of it is seldom looked at. */
const MOST_AHEAD = 1_000;

/** Renders the pictures of the demo while nobody waits for them, so that the first visitor of each page finds them ready. */
export async function renderDemoPictures(
  { catalogue, pictures }: Shop,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    await wait(AFTER_MS, undefined, { ref: false, signal });
  } catch {
    return;
  }
  const handles = catalogue.collections().map(({ handle }) => handle);
  const drawings = [
    ...groupDrawings(catalogue, handles),
    ...catalogue.index.products.flatMap((product) => (product ? drawingsOf(product) : [])),
  ];
  const started = Date.now();
  const rendered = await renderAhead({ drawings: drawings.slice(0, MOST_AHEAD), ...pictures, signal });
  if (rendered > 0 && !signal.aborted) {
    say(`  ${rendered} pictures rendered in ${Math.round((Date.now() - started) / 1_000)} s`);
  }
}
