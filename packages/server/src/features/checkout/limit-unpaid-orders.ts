import type { SqlEntityManager } from '@mikro-orm/sql';
import { lockName } from '../../platform/orm/lock-name.ts';
import { placeholders, sqlIn } from '../../platform/orm/raw-sql.ts';
import { mailboxOf } from '../../privacy/blind-index/mailbox-of.ts';
import type { PrivacyCore } from '../../privacy/core.ts';

/** Most orders of a mailbox that wait for their payment at the same time (D15): each keeps goods from others. */
export const MAX_UNPAID = 5;

/**
 * Whether a mailbox may have another order, in the transaction that places it. Requests for the same one queue up here, so
 * that many at once are counted like many in a row. Counted are orders that keep goods: what has lapsed has given them back.
 * So whoever orders in somebody else's name shuts them out for as long as that costs the shop something, and no longer.
 */
export async function mayPlaceAnother(core: PrivacyCore, em: SqlEntityManager, email: string): Promise<boolean> {
  const sql = sqlIn(em);
  const candidates = core.blindIndex.candidates('order.limit', mailboxOf(email));
  await lockName(sql, `order.limit/${candidates[0]}`);
  const unpaid = await sql.run(
    `select id from placed_order where limit_index in ${placeholders(candidates.length)}
      and state = 'AWAITING_PAYMENT' limit ${MAX_UNPAID}`,
    candidates,
  );
  return unpaid.length < MAX_UNPAID;
}
