import type { ProveOrderArgs } from '@barrier/schema/orders/order.args.ts';
import type { ProveOrderPayload } from '@barrier/schema/orders/order-access.result.ts';
import { LockMode } from '@mikro-orm/core';
import { hashOfCode, isSameHash, MAX_ATTEMPTS } from '../../platform/tokens/mailed-code.ts';
import { findOrderByToken } from './find-order-by-token.ts';
import { issueOrderProof } from './issue-order-link.ts';
import { OrderCode } from './order-code.entity.ts';
import type { OrderContext } from './order-context.ts';
import { orderError } from './order-errors.ts';

/** Exchanges a mailed code for a proof that opens what is personal in an order, for a short while (D16). A code works once. */
export async function proveOrder(
  { core, fingerprintKey }: OrderContext,
  { token, code, language }: ProveOrderArgs,
): Promise<ProveOrderPayload> {
  const now = core.clock.now();
  const order = await findOrderByToken(core.stores.main.em.fork(), token, now);
  const entered = hashOfCode(fingerprintKey, 'order.code', order.id, code.replace(/\s/g, ''));
  const proof = await core.stores.main.em.fork().transactional(async (em) => {
    const mailed = await em.findOne(OrderCode, { orderId: order.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!mailed || mailed.expiresAt <= now || mailed.attempts >= MAX_ATTEMPTS) return null;
    if (!isSameHash(entered, mailed.codeHash)) {
      mailed.attempts += 1;
      return null;
    }
    // The row stays, since it counts the codes of the day; a time could not end it, since others who wait here know an earlier one.
    mailed.attempts = MAX_ATTEMPTS;
    return issueOrderProof(em, order.id, now);
  });
  return proof
    ? { proofToken: proof.token, validUntil: proof.expiresAt.toISOString(), userErrors: [] }
    : { proofToken: null, validUntil: null, userErrors: [orderError('CODE_WRONG', language, ['code'])] };
}
