import type { SqlEntityManager } from '@mikro-orm/sql';
import { placeholders, sqlIn } from '../../platform/orm/raw-sql.ts';
import { momentOf, type StoredMoment } from '../../platform/orm/stored-moment.ts';
import type { PrivacyCore } from '../../privacy/core.ts';

/** Most orders of an e-mail address within a day that were placed and not paid (D15): each keeps goods from others. */
export const MAX_UNPAID = 5;

const DAY_MS = 86_400_000;

/**
 * Whether an address may place another order, in the transaction that places it. Requests for the same address queue up
 * here, so that many at once are counted like many in a row.
 */
export async function mayPlaceAnother(core: PrivacyCore, em: SqlEntityManager, email: string): Promise<boolean> {
  const { run, dialect } = sqlIn(em);
  const candidates = core.blindIndex.candidates('order.email', email);
  if (dialect === 'postgresql') {
    await run('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`order.email/${candidates[0]}`]);
  }
  const unpaid = await run<{ placed_at: StoredMoment }>(
    `select placed_at from placed_order where email_index in ${placeholders(candidates.length)}
      and state in ('AWAITING_PAYMENT', 'LAPSED') order by placed_at desc limit ${MAX_UNPAID}`,
    candidates,
  );
  const since = core.clock.now().getTime() - DAY_MS;
  return unpaid.filter(({ placed_at }) => momentOf(placed_at).getTime() > since).length < MAX_UNPAID;
}
