import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fillCarts, listVariants, placeAll } from './checkout.ts';
import { addCrowd } from './crowd.ts';
import { cpuPerAct, median } from './measure.ts';
import type { Row } from './report.ts';
import { type ServerProcess, startShop } from './server-process.ts';

/** How many times dearer an erasure may be in a shop that knows a thousand times as many people. */
const MOST = 1.5;

const FEW = 100;
const MANY = 100_000;
const ERASED = 30;
const ROUNDS = 5;
const WARMING = 2;

/** How long erasures are waited for (ms). */
const LONGEST = 60_000;

/** What erasing one person costs among 100,000, against among 100; both shops take turns. */
export async function measureErasure(dataDir: string): Promise<Row> {
  const shops: Awaited<ReturnType<typeof openCrowded>>[] = [];
  try {
    for (const guests of [FEW, MANY]) shops.push(await openCrowded(dataDir, guests));
    const rounds: number[][] = [];
    for (let round = -WARMING; round < ROUNDS; round += 1) {
      const costs: number[] = [];
      for (const { shop, database } of shops) costs.push(await eraseSome(shop, database));
      if (round >= 0) rounds.push(costs);
    }
    const [few = Number.NaN, many = Number.NaN] = [0, 1].map((at) =>
      median(rounds.map((costs) => costs[at] ?? Number.NaN)),
    );
    return {
      name: `Erasure: ${MANY} ÷ ${FEW} subjects`,
      value: median(rounds.map(([less = Number.NaN, more = Number.NaN]) => more / less)),
      most: MOST,
      note: `${many.toFixed(0)} µs ÷ ${few.toFixed(0)} µs`,
    };
  } finally {
    for (const { shop, database } of shops) {
      database.close();
      await shop.stop();
    }
  }
}

async function openCrowded(dataDir: string, guests: number): Promise<{ shop: ServerProcess; database: DatabaseSync }> {
  const folder = `${dataDir}-crowd-${guests}`;
  cpSync(dataDir, folder, { recursive: true });
  const first = await startShop(folder);
  await placeAll(first, await fillCarts(first, (await listVariants(first)).slice(0, 1)));
  await first.stop();
  addCrowd(folder, guests);
  const shop = await startShop(folder);
  return { shop, database: new DatabaseSync(join(folder, 'main.db'), { timeout: 10_000 }) };
}

/** Takes orders that nobody pays, and erases who placed them; answers the processor time of one erasure, in microseconds. */
async function eraseSome(shop: ServerProcess, database: DatabaseSync): Promise<number> {
  const variants = (await listVariants(shop)).slice(0, ERASED);
  await placeAll(shop, await fillCarts(shop, variants));
  database.exec("delete from job where kind = 'lapse-payment'");
  database.exec("update payment set state = 'EXPIRED' where state in ('CREATED', 'OPEN')");
  database.exec("update placed_order set state = 'LAPSED', closed_at = placed_at where state = 'AWAITING_PAYMENT'");
  const { changes } = database
    .prepare(
      `insert into erasure_record (subject_id, requested_at)
        select o.subject_id, ? from placed_order o where o.state = 'LAPSED'`,
    )
    .run(Date.now());
  if (changes < variants.length) throw new Error(`${changes} of ${variants.length} people can be erased.`);
  return cpuPerAct(shop, Number(changes), async () => {
    database.exec("update job set run_at = 0 where kind = 'resume-erasures'");
    const left = database.prepare('select count(*) as n from erasure_record where executed_at is null');
    const deadline = performance.now() + LONGEST;
    while ((left.get() as { n: number }).n > 0) {
      if (performance.now() > deadline) throw new Error('People were not erased.');
      await wait(20);
    }
  });
}
