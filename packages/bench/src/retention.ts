import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fillCarts, listVariants, placeAll } from './checkout.ts';
import { cpuPerAct, median } from './measure.ts';
import type { Row } from './report.ts';
import { startShop } from './server-process.ts';

/** How many times dearer it may be to clean up after a guest than to take their order. */
const MOST = 5;

const ORDERS = 60;
const ROUNDS = 3;
/** Rounds that are not counted: the shop compiles what it runs often. */
const WARMING = 2;

/** How long a run is waited for (ms). */
const LONGEST_RUN = 120_000;

const DAY_MS = 86_400_000;

/**
 * What the retention run costs for each subject, against what their order cost when it was placed. The dearest there is: everything of them goes at
 * once, and they are erased.
 */
export async function measureRetention(dataDir: string): Promise<Row> {
  const shop = await startShop(dataDir);
  const database = new DatabaseSync(join(dataDir, 'main.db'), { timeout: 10_000 });
  try {
    const variants = (await listVariants(shop)).slice(0, ORDERS);
    const samples: { placing: number; cleaning: number }[] = [];
    for (let round = -WARMING; round < ROUNDS; round += 1) {
      const carts = await fillCarts(shop, variants);
      const placing = await cpuPerAct(shop, carts.length, () => placeAll(shop, carts));
      const subjects = letDaysPass(database);
      if (subjects !== carts.length) throw new Error(`${subjects} of ${carts.length} orders are due.`);
      const cleaning = await cpuPerAct(shop, subjects, () => untilErased(database, subjects));
      if (round >= 0) samples.push({ placing, cleaning });
    }
    const [placing, cleaning] = [median(samples.map((one) => one.placing)), median(samples.map((one) => one.cleaning))];
    return {
      name: 'Retention, for each subject: run ÷ order',
      value: median(samples.map((one) => one.cleaning / one.placing)),
      most: MOST,
      note: `${cleaning.toFixed(0)} µs ÷ ${placing.toFixed(0)} µs`,
    };
  } finally {
    database.close();
    await shop.stop();
  }
}

/** Makes of all open orders such as lapsed two days ago, and the hourly run due; answers how many subjects have to go. */
function letDaysPass(database: DatabaseSync): number {
  const then = Date.now() - 2 * DAY_MS;
  // Nobody lapses what has lapsed.
  database.prepare("delete from job where kind = 'lapse-payment'").run();
  database.prepare("update payment set state = 'EXPIRED', expires_at = ?").run(then);
  database
    .prepare("update placed_order set state = 'LAPSED', closed_at = ? where state = 'AWAITING_PAYMENT'")
    .run(then);
  const { changes } = database
    .prepare("update subject set created_at = ? where kind = 'GUEST_ORDER' and state = 'ACTIVE'")
    .run(then);
  database.prepare("update job set run_at = 0 where kind = 'run-retention'").run();
  return Number(changes);
}

async function untilErased(database: DatabaseSync, subjects: number): Promise<void> {
  const left = database.prepare(
    "select count(*) as n from subject where kind = 'GUEST_ORDER' and state in ('ACTIVE', 'ERASING')",
  );
  const running = database.prepare('select count(*) as n from retention_run where finished_at is null');
  const countOf = (statement: typeof left) => (statement.get() as { n: number }).n;
  const deadline = performance.now() + LONGEST_RUN;
  while (countOf(left) > 0 || countOf(running) > 0) {
    if (performance.now() > deadline) throw new Error(`${countOf(left)} of ${subjects} subjects were not erased.`);
    await wait(50);
  }
}
