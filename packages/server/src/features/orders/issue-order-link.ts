import type { EntityManager } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { hashOfToken, newToken } from '../../platform/tokens/token.ts';
import { Order } from './order.entity.ts';
import { OrderLink, type OrderLinkKind } from './order-link.entity.ts';

/** How long a tracking link works; a return is possible for as long. */
export const TRACKING_DAYS = 180;

/** How long a proof by mailed code works, in minutes. */
export const PROOF_MINUTES = 30;

const LIFETIME_MS: Readonly<Record<OrderLinkKind, number>> = {
  TRACKING: TRACKING_DAYS * 86_400_000,
  PROOF: PROOF_MINUTES * 60_000,
};

/**
 * Makes a link to follow an order, in the caller's transaction: the token goes into the fragment of an address in a mail
 * or an answer, and only its hash is stored (D16). It shows states; what is personal needs a mailed code as well.
 */
export function issueOrderLink(em: EntityManager, orderId: string, now: Date): string {
  return issueToken(em, orderId, 'TRACKING', now).token;
}

/** Makes the token that a mailed code is exchanged for, in the caller's transaction. */
export function issueOrderProof(em: EntityManager, orderId: string, now: Date): { token: string; expiresAt: Date } {
  return issueToken(em, orderId, 'PROOF', now);
}

function issueToken(em: EntityManager, orderId: string, kind: OrderLinkKind, now: Date) {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LIFETIME_MS[kind]);
  const order = em.getReference(Order, orderId);
  em.persist(
    em.create(OrderLink, { id: uuidv7(), order, kind, tokenHash: hashOfToken(token), expiresAt, revokedAt: null }),
  );
  return { token, expiresAt };
}
