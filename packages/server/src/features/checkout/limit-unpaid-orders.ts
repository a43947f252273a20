import type { SqlEntityManager } from '@mikro-orm/sql';
import { dialectOfPlatform } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Order } from '../orders/order.entity.ts';

/** Most orders of an e-mail address within a day that were placed and not paid (D15): each keeps goods from others. */
export const MAX_UNPAID = 5;

const DAY_MS = 86_400_000;

/**
 * Whether an address may place another order, in the transaction that places it. Requests for the same address queue up
 * here, so that many at once are counted like many in a row.
 */
export async function mayPlaceAnother(core: PrivacyCore, em: SqlEntityManager, email: string): Promise<boolean> {
  const candidates = core.blindIndex.candidates('order.email', email);
  if (dialectOfPlatform(em.getPlatform()) === 'postgresql') {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`order.email/${candidates[0]}`]);
  }
  const unpaid = await em.count(Order, {
    emailIndex: { $in: candidates },
    state: { $in: ['AWAITING_PAYMENT', 'LAPSED'] },
    placedAt: { $gt: new Date(core.clock.now().getTime() - DAY_MS) },
  });
  return unpaid < MAX_UNPAID;
}
