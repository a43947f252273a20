import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCatalogueFile } from './catalogue-file.ts';
import { startWriter } from './catalogue-writer.ts';
import { measureCheckout, measureAddToCart } from './checkout.ts';
import { cpuPerRequest, median, metric, post } from './measure.ts';
import { type Operation, readOperations } from './operations.ts';
import { importCatalogue, type ServerProcess, startFloor, startShop } from './server-process.ts';

/**
 * Processor time of the shop for each operation against the floor, interleaved in one run, with a catalogue write a second.
 * Ratios are floor ÷ shop (1 = as cheap as answering from memory), but for the checkout, which is shop ÷ floor.
 */
const ROUNDS = 7;
const REQUESTS = 500;
const SCHEMA = join(import.meta.dirname, '../../schema/schema.graphql');

interface Sized {
  readonly products: number;
  readonly shop: ServerProcess;
  readonly floor: ServerProcess;
  readonly operations: Operation[];
  readonly stop: () => Promise<void>;
}

const scratch = mkdtempSync(join(tmpdir(), 'barrier-bench-'));
const results: Record<string, Record<string, number>> = {};
try {
  for (const products of [1_000, 10_000]) {
    const sized = await prepare(products);
    results[products] = await measure(sized);
    await sized.stop();
  }
  print();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function prepare(products: number): Promise<Sized> {
  const dataDir = join(scratch, String(products));
  const file = join(scratch, `${products}.jsonl`);
  const handles = writeCatalogueFile(file, products);
  await importCatalogue(dataDir, file);
  const shop = await startShop(dataDir);
  const operations = readOperations(handles);
  const answers: Record<string, unknown[]> = {};
  for (const operation of operations) {
    answers[operation.name] = [];
    for (const body of bodiesOf(operation)) {
      const { data } = JSON.parse((await post(shop, body)).text) as { data: Record<string, unknown> };
      answers[operation.name]?.push(data.products ?? data.product);
    }
  }
  const answersFile = join(scratch, `${products}-answers.json`);
  writeFileSync(answersFile, JSON.stringify(answers));
  const floor = await startFloor(SCHEMA, answersFile);
  await sameBytes(shop, floor, operations);
  return {
    products,
    shop,
    floor,
    operations,
    stop: async () => {
      await shop.stop();
      await floor.stop();
    },
  };
}

function bodiesOf(operation: Operation): string[] {
  return operation.variables.map((variables, n) =>
    JSON.stringify({ operationName: operation.name, query: operation.document, variables: { ...variables, n } }),
  );
}

async function sameBytes(shop: ServerProcess, floor: ServerProcess, operations: readonly Operation[]): Promise<void> {
  for (const operation of operations) {
    for (const body of bodiesOf(operation).slice(0, 50)) {
      const [own, least] = [await post(shop, body), await post(floor, body)];
      if (own.text.trim() !== least.text.trim()) throw new Error(`${operation.name}: the floor does not answer the same bytes.`);
    }
  }
}

async function measure({ products, shop, floor, operations }: Sized): Promise<Record<string, number>> {
  const figures: Record<string, number> = {
    'first answer, ms': shop.firstAnswerMs,
    'resident when idle, MB': (await metric(shop, 'process_resident_memory_bytes')) / 1e6,
  };
  const writer = startWriter(join(scratch, String(products)));
  const floorCost: number[] = [];
  for (const operation of operations) {
    const bodies = Array.from({ length: REQUESTS }, (_, index) => bodiesOf(operation)[index % 500] as string);
    const ratios: number[] = [];
    const own: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const least = await cpuPerRequest(floor, bodies);
      const cost = await cpuPerRequest(shop, bodies);
      // The first round compiles and warms both.
      if (round === 0) continue;
      ratios.push(least / cost);
      own.push(cost);
      if (operation.name === 'List') floorCost.push(least);
    }
    figures[`${operation.name}, floor ÷ shop`] = median(ratios);
    figures[`${operation.name}, µs`] = median(own);
  }
  figures['AddToCart, ÷ floor'] = (await measureAddToCart(shop)) / median(floorCost);
  figures['guest checkout, ÷ floor'] = (await measureCheckout(shop)) / median(floorCost);
  await writer.stop();
  return figures;
}

function print(): void {
  const [small = {}, large = {}] = [results[1_000], results[10_000]];
  const rows = Object.keys(small).map((name) => {
    const [a = Number.NaN, b = Number.NaN] = [small[name], large[name]];
    return `${name.padEnd(28)}${a.toFixed(2).padStart(12)}${b.toFixed(2).padStart(12)}${(b / a).toFixed(2).padStart(12)}`;
  });
  process.stdout.write(`\n${''.padEnd(28)}${'1,000'.padStart(12)}${'10,000'.padStart(12)}${'ratio'.padStart(12)}\n${rows.join('\n')}\n`);
}
