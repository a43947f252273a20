import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../../privacy/core.ts';
import { releaseStock } from '../stock/reserve-stock.ts';
import { openOrderContent, type PreparedOrder } from './open-order-content.ts';
import { lockOrder, moveOrder } from './order-transition.ts';

/** Opens what `applyRelease` needs, before the caller's transaction begins. */
export function prepareRelease(core: PrivacyCore, orderId: string): Promise<PreparedOrder> {
  return openOrderContent(core, orderId, 'release-order');
}

/**
 * Ends an order that is not paid and gives its stock back, in the caller's transaction; a repetition gives back nothing.
 * Only after the institution has confirmed that the payment can no longer be made (D15).
 * @returns the variants whose stock changed, for `announceStock` after the commit.
 * @throws {OrderTransitionError} if it is paid, {PublicError} NOT_FOUND if it is gone.
 */
export async function applyRelease(
  em: SqlEntityManager,
  prepared: PreparedOrder,
  state: 'LAPSED' | 'CANCELLED',
  now: Date,
): Promise<string[]> {
  const order = await lockOrder(em, prepared.orderId);
  if (!moveOrder(order, state, now)) return [];
  const variantIds = prepared.content ? await releaseStock(em, prepared.content.reservations) : [];
  await em.flush();
  return variantIds;
}
