import { randomInt } from 'node:crypto';
import { doLongWork } from '../../platform/orm/long-work.ts';
import type { RunSql, SqlRunner } from '../../platform/orm/raw-sql.ts';

/** How far the last shuffle came. */
interface Shuffled {
  readonly day: string;
  readonly since: string;
  readonly begun_by: string;
  readonly shuffled_by: string;
}

/** Whoever orders waits while this waits for those who are ordering: better not at all than longer than so many ms. */
const LOCK_WAIT_MS = 5_000;

/** Rows of these carry goods; what was deleted from them, such as a cart's lines, bears the order's mark until it is cleared away. */
const TABLES = ['stock_reservation', 'sales_ledger', 'tax_ledger', 'variant', 'cart', 'cart_line', 'book_shuffle'];

/**
 * PostgreSQL stamps each row version with its transaction (`xmin`), for good, and keeps rows in the order of their insertion. All
 * that was written since the books' day began is therefore written again by one transaction, then the old versions are cleared away.
 */
export async function shufflePostgresBooks(sql: SqlRunner, day: string): Promise<void> {
  // The first shuffle writes all books anew, however long there have been some.
  await doLongWork(async () => {
    if (await isAnythingNew(sql.run, await lastShuffle(sql.run))) {
      await sql.transaction((run) => shuffle(run, day));
    }
    // Also without news: what another transaction could still see the last time is cleared away now.
    await sql.run(`vacuum (skip_locked) ${TABLES.join(', ')}`);
  });
}

async function shuffle(run: RunSql, day: string): Promise<void> {
  // A reservation that goes while it is written anew would be missed by whoever sells or releases it: their statements wait for this
  // lock and see the new row after it. It comes first, here and wherever stock is moved, so that nobody can wait in a circle.
  await run(`set local lock_timeout = ${LOCK_WAIT_MS}`);
  await run('lock table stock_reservation in share row exclusive mode');
  const last = await lastShuffle(run);
  // Should a clock have been ahead once, the days since are shuffled all the same.
  const from = last && last.day < day ? last.day : day;
  await writeAnew(run, 'stock_reservation', 'true', []);
  // Without a state nothing was ever shuffled; every day is later than the empty one.
  await writeAnew(run, 'sales_ledger', 'day >= ?', [last ? from : '']);
  await writeAnew(run, 'tax_ledger', 'day >= ?', [last ? from : '']);
  await touchVariants(run, last);
  const { since, begun_by } = last?.day === day ? last : await beginDay(run, last);
  await run(
    `insert into book_shuffle (id, day, since, begun_by, shuffled_by)
      values (1, ?, ?, ?, pg_current_xact_id()::text) on conflict (id) do update
      set day = excluded.day, since = excluded.since, begun_by = excluded.begun_by, shuffled_by = excluded.shuffled_by`,
    [day, since, begun_by],
  );
}

/** From here on it is another day: what this shuffle has written is done with, what others are writing at this moment is not. */
async function beginDay(run: RunSql, last: Shuffled | null): Promise<Pick<Shuffled, 'since' | 'begun_by'>> {
  // Back to the last shuffle: a variant that somebody holds just now is left in the state of before.
  const [mark] = await run<Pick<Shuffled, 'since' | 'begun_by'>>(
    `select least(pg_snapshot_xmin(pg_current_snapshot()), ?::text::xid8)::text as since,
            pg_current_xact_id()::text as begun_by`,
    [last?.shuffled_by ?? null],
  );
  if (!mark) throw new Error('PostgreSQL told no transaction id.');
  return mark;
}

/** Where the last shuffle came to, unless it was in another cluster, whose transactions this one does not know: then all is new. */
async function lastShuffle(run: RunSql): Promise<Shuffled | null> {
  const [last] = await run<Shuffled>(
    `select day, since, begun_by, shuffled_by from book_shuffle
      where id = 1 and shuffled_by::text::xid8 < pg_snapshot_xmax(pg_current_snapshot())`,
  );
  return last ?? null;
}

/** Whether anything was written that the last shuffle has not written itself. */
async function isAnythingNew(run: RunSql, last: Shuffled | null): Promise<boolean> {
  if (!last) return true;
  const { since, begun_by, shuffled_by: own, day } = last;
  const isNew = (row: string) => `${writtenSince(row)} and ${row}.xmin <> ?::xid8::xid`;
  const [answer] = await run<{ news: boolean }>(
    `select exists (select from stock_reservation r where ${isNew('r')})
         or exists (select from sales_ledger s where s.day >= ? and ${isNew('s')})
         or exists (select from tax_ledger t where t.day >= ? and ${isNew('t')})
         or exists (${soldSince()} and v.xmin <> ?::xid8::xid) as news`,
    [since, own, day, since, own, day, since, own, since, begun_by, own],
  );
  return answer?.news ?? true;
}

async function writeAnew(run: RunSql, table: string, where: string, parameters: string[]): Promise<void> {
  // Sorting needs all rows, so that each is deleted before the first is inserted.
  await run(
    `with gone as (delete from ${table} where ${where} returning *)
      insert into ${table} select * from gone order by gen_random_uuid()`,
    parameters,
  );
}

/**
 * Gives a new version to each variant whose stock was changed since. A row that somebody holds is left: they write it, and it
 * is new the next time. No order of locks is owed where nothing is waited for.
 */
async function touchVariants(run: RunSql, last: Shuffled | null): Promise<void> {
  const variants = await run<{ id: string }>(
    `${last ? soldSince() : SOLD} for no key update of v skip locked`,
    last ? [last.since, last.begun_by] : [],
  );
  // One by one: a joined update would go through them as they lie.
  for (let left = variants.length; left > 0; left -= 1) {
    const [variant] = variants.splice(randomInt(left), 1);
    if (variant) await run('update variant set stock = stock where id = ?', [variant.id]);
  }
}

/** Variants that were written apart from their product: an import writes both. */
const SOLD = 'select v.id from variant v join product p on p.id = v.product_id where v.xmin <> p.xmin';

/** Those of them that were written since the books' day began. */
function soldSince(): string {
  return `${SOLD} and ${writtenSince('v')} and v.xmin <> ?::xid8::xid`;
}

/** Ids of transactions run in a circle, so that only ages can be compared. */
function writtenSince(row: string): string {
  return `age(${row}.xmin) <= age(?::xid8::xid)`;
}
