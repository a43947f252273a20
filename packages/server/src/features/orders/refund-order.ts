import type { SqlEntityManager } from '@mikro-orm/sql';
import { dayOf } from '../../platform/clock/clock.ts';
import { recordTax } from './confirm-order.ts';
import { lockOrder, moveOrder } from './order-transition.ts';

/**
 * Marks an order as paid back, in the caller's transaction, and takes its tax back if it was paid; a repetition does
 * nothing. The goods stay sold: whether they come back, a return decides.
 * @returns whether this call did it.
 * @throws {OrderTransitionError}, {PublicError} NOT_FOUND
 */
export async function applyRefund(em: SqlEntityManager, orderId: string, now: Date): Promise<boolean> {
  const order = await lockOrder(em, orderId);
  const wasPaid = order.state === 'PAID';
  if (!moveOrder(order, 'REFUNDED', now)) return false;
  if (wasPaid) await recordTax(em, order, dayOf(now), -1);
  await em.flush();
  return true;
}
