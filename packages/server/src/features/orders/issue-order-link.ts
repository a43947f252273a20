import type { SqlEntityManager } from '@mikro-orm/sql';
import { v7 as uuidv7 } from 'uuid';
import { hashOfToken, newToken } from '../../platform/tokens/token.ts';
import { OrderLink } from './order-link.entity.ts';

/** How long a tracking link works; a return is possible for as long. */
export const TRACKING_DAYS = 180;

/**
 * Makes a link to follow an order, in the caller's transaction: the token goes into the fragment of an address in a mail
 * or an answer, and only its hash is stored (D16). It shows states; what is personal needs a mailed code as well.
 */
export function issueOrderLink(em: SqlEntityManager, orderId: string, now: Date): string {
  const token = newToken();
  em.create(OrderLink, {
    id: uuidv7(),
    orderId,
    kind: 'TRACKING',
    tokenHash: hashOfToken(token),
    expiresAt: new Date(now.getTime() + TRACKING_DAYS * 86_400_000),
    revokedAt: null,
  });
  return token;
}
