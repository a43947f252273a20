import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCatalogueFile } from './catalogue-file.ts';
import {
  type Contest,
  compare,
  type Figures,
  measureAddToCart,
  measureCheckout,
  measureQuery,
  openContest,
} from './contest.ts';
import { measureErasure } from './erasure.ts';
import { measureLighthouse } from './lighthouse.ts';
import { readOperations } from './operations.ts';
import { type Row, reportRows } from './report.ts';
import { measureRetention } from './retention.ts';
import { importCatalogue, startShop } from './server-process.ts';
import { measureStart } from './start.ts';

/**
 * What the shop costs against the floor, in one run and taking turns, with a catalogue write a second (D20); exits with 1 if
 * a figure misses its target.
 */
const SMALL = 1_000;
const LARGE = 10_000;
const ROUNDS = 9;
const FEWER_ROUNDS = 5;

/** How many times dearer an operation may be with the large catalogue. */
const MOST_GROWTH = 1.3;

/** How many requests of the floor a whole guest checkout may cost. */
const MOST_CHECKOUT = 60;

/** What to measure, by words of its name (`bench checkout`); everything without any. */
const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
const isWanted = (name: string) => wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word));

/** What is measured on a catalogue of its own size, against the floor. */
const AGAINST_THE_FLOOR = ['List', 'Detail', 'Search', 'Add to cart', 'Guest checkout'];

/** What is measured on a server; a start by the clock, an erasure among many against one among few, retention against the orders that it cleans up after. */
const OF_THE_SERVER = ['Start', 'Erasure', 'Retention', ...AGAINST_THE_FLOOR];

const scratch = mkdtempSync(join(tmpdir(), 'barrier-bench-'));
const contests: Contest[] = [];
try {
  // While it runs nothing else may: it measures by the clock.
  const rows: Row[] = isWanted('Lighthouse') ? await measureLighthouse() : [];
  if (OF_THE_SERVER.some(isWanted)) rows.push(...(await measureServer()));
  process.exitCode = reportRows(rows) ? 0 : 1;
} finally {
  for (const contest of contests) await contest.stop();
  rmSync(scratch, { recursive: true, force: true });
}

/** Processor time of the server with a small and a large catalogue. */
async function measureServer(): Promise<Row[]> {
  const handles = await fillFolders();
  const rows: Row[] = isWanted('Start') ? await measureStart(folderOf(SMALL)) : [];
  if (isWanted('Erasure')) rows.push(await measureErasure(folderOf(SMALL)));
  if (isWanted('Retention')) rows.push(await measureRetention(folderOf(SMALL)));
  if (!AGAINST_THE_FLOOR.some(isWanted)) return rows;
  for (const size of [SMALL, LARGE])
    contests.push(await openContest(size, folderOf(size), readOperations(handles[size] ?? [])));
  for (const [name, least] of [
    ['List', 0.5],
    ['Detail', 0.5],
    ['Search', 0.3],
  ] as const) {
    if (!isWanted(name)) continue;
    const figures = await compare(contests, measureQuery(name), ROUNDS);
    rows.push(...queryRows(name, least, figures), growthRow(name, figures));
  }
  if (isWanted('Add to cart')) {
    const adding = await compare(contests, measureAddToCart(), FEWER_ROUNDS);
    rows.push(...costRows('Add to cart', adding), growthRow('Add to cart', adding));
  }
  if (isWanted('Guest checkout')) {
    const checkout = await compare(contests, measureCheckout(), FEWER_ROUNDS);
    rows.push(...costRows('Guest checkout', checkout, MOST_CHECKOUT), growthRow('Guest checkout', checkout));
  }
  return rows;
}

/** Fills a data folder for each size; categories and ingredients come from the demo. Answers the handles of the products. */
async function fillFolders(): Promise<Record<number, string[]>> {
  const demo = join(scratch, 'demo');
  await (await startShop(demo, { seed: true })).stop();
  const handles: Record<number, string[]> = {};
  for (const size of [SMALL, LARGE]) {
    const file = join(scratch, `${size}.jsonl`);
    cpSync(demo, folderOf(size), { recursive: true });
    handles[size] = writeCatalogueFile(file, size);
    await importCatalogue(folderOf(size), file);
  }
  return handles;
}

function folderOf(size: number): string {
  return join(scratch, String(size));
}

function queryRows(name: string, least: number, { shop, floor, ratio }: Figures): Row[] {
  return contests.map(({ products }, at) => ({
    name: `${name}, ${products} products: floor ÷ shop`,
    value: ratio[at] ?? Number.NaN,
    least,
    note: `${micro(floor[at])} ÷ ${micro(shop[at])}`,
  }));
}

function costRows(name: string, { shop, floor, ratio }: Figures, most?: number): Row[] {
  return contests.map(({ products }, at) => ({
    name: `${name}, ${products} products: shop ÷ floor`,
    value: 1 / (ratio[at] ?? Number.NaN),
    ...(most === undefined ? {} : { most }),
    note: `${micro(shop[at])} ÷ ${micro(floor[at])}`,
  }));
}

function growthRow(name: string, { growth }: Figures): Row {
  return { name: `${name}: ${LARGE} ÷ ${SMALL} products`, value: growth[1] ?? Number.NaN, most: MOST_GROWTH };
}

function micro(value = Number.NaN): string {
  return `${value.toFixed(0)} µs`;
}
