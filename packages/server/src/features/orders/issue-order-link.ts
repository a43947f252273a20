import type { SqlEntityManager } from '@mikro-orm/sql';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../platform/orm/stored-moment.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { hashOfToken, newToken } from '../../platform/tokens/token.ts';
import type { OrderLinkKind } from './order-link.entity.ts';

/** How long a tracking link works; a return is possible for as long. */
export const TRACKING_DAYS = 180;

/** How long a proof by mailed code works, in minutes. */
export const PROOF_MINUTES = 30;

const LIFETIME_MS: Readonly<Record<OrderLinkKind, number>> = {
  TRACKING: TRACKING_DAYS * 86_400_000,
  PROOF: PROOF_MINUTES * 60_000,
};

/**
 * Makes a link to follow a stored order, in the caller's transaction: the token goes into the fragment of an address in a mail
 * or an answer, and only its hash is stored (D16). It shows states; what is personal needs a mailed code as well.
 * @param token one that nobody can guess, if it is not to be made up here.
 */
export async function issueOrderLink(
  em: SqlEntityManager,
  orderId: string,
  now: Date,
  token = newToken(),
): Promise<string> {
  return (await issueToken(em, orderId, 'TRACKING', now, token)).token;
}

/** Makes the token that a mailed code is exchanged for, in the caller's transaction. */
export function issueOrderProof(
  em: SqlEntityManager,
  orderId: string,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  return issueToken(em, orderId, 'PROOF', now);
}

async function issueToken(em: SqlEntityManager, orderId: string, kind: OrderLinkKind, now: Date, token = newToken()) {
  const expiresAt = new Date(now.getTime() + LIFETIME_MS[kind]);
  const { run, dialect } = sqlIn(em);
  await run('insert into order_link (id, order_id, kind, token_hash, expires_at) values (?, ?, ?, ?, ?)', [
    newId(),
    orderId,
    kind,
    hashOfToken(token),
    storedMoment(expiresAt, dialect),
  ]);
  return { token, expiresAt };
}
