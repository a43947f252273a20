import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicError } from '../../platform/errors.ts';
import { hashOfToken } from '../../platform/tokens/token.ts';
import type { Order } from './order.entity.ts';
import { OrderLink } from './order-link.entity.ts';

/**
 * The order that a tracking token leads to. One hash and one statement, whatever the token: a wrong, an unknown, an expired
 * and a revoked one fail alike (D20).
 * @throws {PublicError} NOT_FOUND
 */
export async function findOrderByToken(em: SqlEntityManager, token: string, now: Date): Promise<Order> {
  const link = await em.findOne(
    OrderLink,
    { tokenHash: hashOfToken(token), kind: 'TRACKING', expiresAt: { $gt: now }, revokedAt: null },
    { populate: ['order'], strategy: 'joined' },
  );
  if (!link) throw new PublicError('NOT_FOUND', 'This link leads to no order. It may have expired.');
  return link.order;
}

/** Whether a proof token proves its bearer to be the subject of an order. */
export async function isProofOf(em: SqlEntityManager, proof: string, orderId: string, now: Date): Promise<boolean> {
  const tokenHash = hashOfToken(proof);
  const found = await em.count(OrderLink, {
    tokenHash,
    kind: 'PROOF',
    order: orderId,
    expiresAt: { $gt: now },
    revokedAt: null,
  });
  return found > 0;
}
