import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCatalogueFile } from './catalogue-file.ts';
import { type Contest, compare, openContest } from './contest.ts';
import { readOperations } from './operations.ts';
import { type Row, reportRows } from './report.ts';
import { importCatalogue, startShop } from './server-process.ts';
import { measureStart } from './start.ts';

/**
 * What the shop costs against the floor, in one run and taking turns, with a catalogue write a second (D20); exits with 1 if
 * a figure misses its target.
 */
const SIZES = [1_000, 10_000];
const ROUNDS = 9;

const scratch = mkdtempSync(join(tmpdir(), 'barrier-bench-'));
const contests: Contest[] = [];
try {
  const handles = await fillFolders();
  const rows: Row[] = await measureStart(folderOf(SIZES[0] as number));
  for (const [at, size] of SIZES.entries())
    contests.push(await openContest(size, folderOf(size), readOperations(handles[at] ?? [])));
  for (const [name, least] of [
    ['List', 0.5],
    ['Detail', 0.5],
    ['Search', 0.3],
  ] as const) {
    const { shop, floor, ratio, growth } = await compare(contests, name, ROUNDS);
    SIZES.forEach((size, at) => {
      rows.push({
        name: `${name}, ${size} products: floor ÷ shop`,
        value: ratio[at] ?? Number.NaN,
        least,
        note: `${micro(floor[at])} ÷ ${micro(shop[at])}`,
      });
    });
    rows.push({ name: `${name}: ${SIZES[1]} ÷ ${SIZES[0]} products`, value: growth[1] ?? Number.NaN, most: 1.3 });
  }
  process.exitCode = reportRows(rows) ? 0 : 1;
} finally {
  for (const contest of contests) await contest.stop();
  rmSync(scratch, { recursive: true, force: true });
}

/** Fills a data folder for each size; categories and ingredients come from the demo. Answers the handles of the products. */
async function fillFolders(): Promise<string[][]> {
  const demo = join(scratch, 'demo');
  await (await startShop(demo, { seed: true })).stop();
  const handles: string[][] = [];
  for (const size of SIZES) {
    const file = join(scratch, `${size}.jsonl`);
    cpSync(demo, folderOf(size), { recursive: true });
    handles.push(writeCatalogueFile(file, size));
    await importCatalogue(folderOf(size), file);
  }
  return handles;
}

function folderOf(size: number): string {
  return join(scratch, String(size));
}

function micro(value = Number.NaN): string {
  return `${value.toFixed(0)} µs`;
}
