import { dayOf } from '../../platform/clock/clock.ts';
import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import { RawSql } from '../../platform/orm/raw-sql.ts';
import type { Store } from '../../platform/orm/store.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { shufflePostgresBooks } from './shuffle-postgres-books.ts';
import { shuffleSqliteBooks } from './shuffle-sqlite-books.ts';

/** For how long, in ms, the database's own marks on a sale may lead to its order while it is running. */
const SHUFFLED_EVERY_MS = 15 * 60_000;

/** The books' day ends so much later, in ms, that nobody is still writing rows of it, whatever the clocks of several machines say. */
const DAY_ENDS_LATER_MS = 3_600_000;

/** States how often the books are shuffled. */
export function registerBookJobs(worker: JobWorker, { stores, clock }: PrivacyCore): void {
  worker.registerRecurringJob('shuffle-books', SHUFFLED_EVERY_MS, () => shuffleBooks(stores.main, clock.now()));
}

/**
 * Writes the goods' side of the sales anew, in random order and in a transaction that touches no order, so that nothing the
 * database writes beside a row leads from an order to its goods (D4, decision 011). May run at any time, also while orders are
 * placed, paid and released.
 * @throws if the reservations cannot be locked at once; nothing is changed then, try again.
 */
export async function shuffleBooks(store: Store, now: Date): Promise<void> {
  const sql = new RawSql(store);
  const day = dayOf(new Date(now.getTime() - DAY_ENDS_LATER_MS));
  await (sql.dialect === 'postgresql' ? shufflePostgresBooks(sql, day) : shuffleSqliteBooks(sql, day));
}
