import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWriter } from './catalogue-writer.ts';
import { buyAll, fillCarts, listVariants } from './checkout.ts';
import { cpuPerAct, cpuPerRequest, median, post, type Target } from './measure.ts';
import type { Operation } from './operations.ts';
import { type ServerProcess, startFloor, startShop } from './server-process.ts';

const SCHEMA = join(import.meta.dirname, '../../schema/schema.graphql');

/** A shop with a catalogue of some size, and the floor that answers the same bytes. */
export interface Contest {
  readonly products: number;
  readonly dataDir: string;
  readonly shop: ServerProcess;
  readonly floor: ServerProcess;
  readonly operations: readonly Operation[];
  stop(): Promise<void>;
}

/** Starts a shop on a filled data folder, records its answers and starts a floor that holds them. */
export async function openContest(
  products: number,
  dataDir: string,
  operations: readonly Operation[],
): Promise<Contest> {
  const shop = await startShop(dataDir);
  const answersFile = `${dataDir}-answers.json`;
  writeFileSync(answersFile, JSON.stringify(await recordAnswers(shop, operations)));
  const floor = await startFloor(SCHEMA, answersFile);
  await requireSameBytes(shop, floor, operations);
  const writer = startWriter(dataDir);
  return {
    products,
    dataDir,
    shop,
    floor,
    operations,
    stop: async () => {
      writer.stop();
      await shop.stop();
      await floor.stop();
    },
  };
}

/** Processor time in microseconds and its ratios, for each contest, the median over the rounds. */
export interface Figures {
  readonly shop: readonly number[];
  readonly floor: readonly number[];
  /** Floor ÷ shop: 1 is as cheap as answering from memory. */
  readonly ratio: readonly number[];
  /** How many times dearer than with the first contest's catalogue. */
  readonly growth: readonly number[];
}

/** Measures what one act costs in a contest. */
type Measure = (contest: Contest, round: number) => Promise<{ readonly shop: number; readonly floor: number }>;

/** Measures a query. */
export function measureQuery(name: string): Measure {
  return async (contest) => {
    const bodies = bodiesOf(operationOf(contest, name));
    return { floor: await cpuPerRequest(contest.floor, bodies), shop: await cpuPerRequest(contest.shop, bodies) };
  };
}

/** Measures a first addition to a cart, against one query of the floor. */
export function measureAddToCart(): Measure {
  return async (contest) => {
    const variants = await listVariants(contest.shop);
    return {
      floor: await cpuPerRequest(contest.floor, bodiesOf(operationOf(contest, 'List'))),
      shop: await cpuPerAct(contest.shop, variants.length, async () => void (await fillCarts(contest.shop, variants))),
    };
  };
}

/** Measures a guest's whole way to the written confirmation, against one query of the floor. */
export function measureCheckout(): Measure {
  return async (contest, round) => {
    const variants = await listVariants(contest.shop);
    const buyers = Array.from(
      { length: BUYERS },
      (_, at) => variants[((round + WARMING) * BUYERS + at) % variants.length] as string,
    );
    return {
      floor: await cpuPerRequest(contest.floor, bodiesOf(operationOf(contest, 'List'))),
      shop: await cpuPerAct(contest.shop, BUYERS, () => buyAll(contest.shop, contest.dataDir, buyers)),
    };
  };
}

/** How many guests buy in a round. */
const BUYERS = 40;

/** Measures in all contests, taking turns, so that what else the machine does troubles all alike. */
export async function compare(contests: readonly Contest[], measure: Measure, rounds: number): Promise<Figures> {
  const samples = contests.map(() => ({
    shop: [] as number[],
    floor: [] as number[],
    ratio: [] as number[],
    growth: [] as number[],
  }));
  for (let round = -WARMING; round < rounds; round += 1) {
    const costs: { shop: number; floor: number }[] = [];
    for (const contest of contests) costs.push(await measure(contest, round));
    if (round < 0) continue;
    for (const [at, { shop, floor }] of costs.entries()) {
      samples[at]?.shop.push(shop);
      samples[at]?.floor.push(floor);
      samples[at]?.ratio.push(floor / shop);
      samples[at]?.growth.push(shop / (costs[0]?.shop ?? shop));
    }
  }
  const medians = (kind: keyof Figures) => samples.map((sample) => median(sample[kind]));
  return { shop: medians('shop'), floor: medians('floor'), ratio: medians('ratio'), growth: medians('growth') };
}

function operationOf({ operations }: Contest, name: string): Operation {
  const operation = operations.find((candidate) => candidate.name === name);
  if (!operation) throw new Error(`There is no operation ${name}.`);
  return operation;
}

/**
 * Rounds before those that count: both servers compile what they run often, and the shop, which runs more code than the floor,
 * takes longer over it. Servers that have answered some thousand requests, or sold some hundred orders, are measured.
 */
const WARMING = 16;

/** The floor finds its answer by `n`, a variable that no document declares and that the shop does not see. */
function bodiesOf({ name, document, variables }: Operation): string[] {
  return variables.map((values, n) =>
    JSON.stringify({ operationName: name, query: document, variables: { ...values, n } }),
  );
}

async function recordAnswers(shop: Target, operations: readonly Operation[]): Promise<Record<string, unknown[]>> {
  const answers: Record<string, unknown[]> = {};
  for (const operation of operations) {
    const recorded: unknown[] = [];
    for (const body of bodiesOf(operation)) {
      const { data } = JSON.parse((await post(shop, body)).text) as { data: Record<string, unknown> };
      recorded.push(data[operation.field]);
    }
    answers[operation.name] = recorded;
  }
  return answers;
}

async function requireSameBytes(shop: Target, floor: Target, operations: readonly Operation[]): Promise<void> {
  for (const operation of operations) {
    for (const body of bodiesOf(operation)) {
      const [own, least] = [await post(shop, body), await post(floor, body)];
      // Apollo Server ends an answer with a line break.
      if (own.text.trimEnd() !== least.text)
        throw new Error(`${operation.name}: the floor does not answer the same bytes.`);
      const encoded = own.headers['content-encoding'] ?? least.headers['content-encoding'];
      if (encoded) throw new Error(`${operation.name}: an answer is compressed (${String(encoded)}).`);
    }
  }
}
