import type { SqlEntityManager } from '@mikro-orm/sql';
import { dayOf } from '../../platform/clock/clock.ts';
import { reserveStock } from '../stock/reserve-stock.ts';
import type { PreparedOrder } from './open-order-content.ts';
import { lockOrder } from './order-transition.ts';

/**
 * Sets the goods of a lapsed order aside again because its payment succeeded after all (D15), in the caller's
 * transaction, under the reservation ids that the sealed order already holds; `prepareConfirm` has opened them. `applyConfirm` follows in
 * the same one.
 * @returns the variants whose stock changed, or null if something is gone: roll back and pay back.
 */
export async function applyReserveAgain(
  em: SqlEntityManager,
  prepared: PreparedOrder,
  now: Date,
): Promise<string[] | null> {
  const order = await lockOrder(em, prepared.orderId);
  if (order.state !== 'LAPSED' || !prepared.content) return null;
  const { reservations } = prepared.content;
  const short = await reserveStock(em, reservations, dayOf(now));
  return short.length > 0 ? null : reservations.map(({ variantId }) => variantId);
}
