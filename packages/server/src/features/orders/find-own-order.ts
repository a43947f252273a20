import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicError } from '../../platform/errors.ts';
import type { Viewer } from '../../privacy/access/viewer.ts';
import { findOrderByToken, isProofOf } from './find-order-by-token.ts';
import { Order } from './order.entity.ts';

/** How somebody names an order of theirs. */
export interface OwnOrder {
  /** The token of its link, beside a proof by mailed code. */
  readonly token?: string | null;
  /** Its number, for a customer who is signed in. */
  readonly number?: string | null;
}

/** Who names it. */
export interface OrderOwner {
  readonly viewer: Viewer;
  /** The header Order-Proof. */
  readonly orderProof: string | null;
}

/**
 * The order of whoever has proven to be its subject: a customer by its number, a guest by link and mailed code (D16).
 * @throws {PublicError} NOT_FOUND, alike for an order that is not there and one that is somebody else's; FORBIDDEN for a link without its
 * proof; BAD_USER_INPUT if neither is named.
 */
export async function findOwnOrder(
  em: SqlEntityManager,
  { viewer, orderProof }: OrderOwner,
  { token, number }: OwnOrder,
  now: Date,
): Promise<Order> {
  const own = viewer.kind === 'customer' ? viewer.subjectIds : [];
  if (number) {
    const order = await em.findOne(Order, { number: number.trim().toUpperCase(), subjectId: { $in: [...own] } });
    if (!order) throw new PublicError('NOT_FOUND', 'There is no such order among yours.');
    return order;
  }
  if (token == null)
    throw new PublicError('BAD_USER_INPUT', 'An order is named by its number or by the token of its link.');
  const order = await findOrderByToken(em, token, now);
  if (own.includes(order.subjectId)) return order;
  if (orderProof !== null && (await isProofOf(em, orderProof, order.id, now))) return order;
  throw new PublicError('FORBIDDEN', 'This needs the code that we mail to you.');
}
