import type { OrderState } from '@barrier/schema/orders/order-state.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicError } from '../../platform/errors.ts';
import { findRow } from '../../platform/orm/find-row.ts';
import { Order } from './order.entity.ts';
import { mayBecome } from './order-lifecycle.ts';

/** Thrown when an order cannot enter a state from where it stands; the caller's transaction must be rolled back. */
export class OrderTransitionError extends Error {
  readonly code = 'ORDER_TRANSITION';

  constructor(
    readonly from: OrderState,
    readonly to: OrderState,
  ) {
    super(`An order that is ${from} cannot become ${to}.`);
  }
}

/**
 * Locks an order's row in the caller's transaction, so that lapse and payment queue up behind each other (D15).
 * @throws {PublicError} NOT_FOUND
 */
export async function lockOrder(em: SqlEntityManager, orderId: string): Promise<Order> {
  const order = await findRow(em, Order, { by: 'id', value: orderId }, { lock: true });
  if (!order) throw new PublicError('NOT_FOUND', 'There is no such order.');
  return order;
}

/**
 * Moves a locked order on. Answers false if it already is there: webhooks and jobs come more than once.
 * @throws {OrderTransitionError}
 */
export function moveOrder(order: Order, to: OrderState, now: Date): boolean {
  if (order.state === to) return false;
  if (!mayBecome(order.state, to)) throw new OrderTransitionError(order.state, to);
  order.state = to;
  if (to === 'PAID') order.paidAt = now;
  order.closedAt = to === 'LAPSED' || to === 'CANCELLED' || to === 'REFUNDED' ? now : null;
  return true;
}
