import { ApiError, notFound } from '../api-error.ts';
import { newIdentifier } from '../identifiers.ts';
import type { Institution } from '../institution.ts';
import { enqueueEvent } from '../webhooks/webhook-outbox.ts';
import { moveSession } from './move-session.ts';
import { insertRefund, type Refund } from './refund-store.ts';
import { transitionFor } from './session-lifecycle.ts';
import { findSession, type Session } from './session-store.ts';

/** Sends part or all of a payment back, never more than is left of it; throws {@link ApiError} when nothing can be sent. */
export function refundSession(
  institution: Institution,
  id: string,
  amount: number,
): { refund: Refund; session: Session } {
  const { database } = institution;
  return database.transaction(() => {
    const session = findSession(database, id);
    if (session === undefined) throw notFound();
    if (transitionFor(session.state, 'refundPart') === undefined) {
      throw new ApiError(409, 'not_refundable', 'The session holds no payment that can be refunded.');
    }
    const refundedAmount = session.refundedAmount + amount;
    if (refundedAmount > session.amount) {
      throw new ApiError(409, 'refund_exceeds_payment', 'The amount is more than is left of the payment.', 'amount');
    }
    const state = session.refundsFail ? 'FAILED' : 'SUCCEEDED';
    const refund: Refund = { id: newIdentifier('ref'), sessionId: id, amount, state, createdAt: institution.now() };
    insertRefund(database, refund);
    if (refund.state === 'FAILED') return { refund, session: announceFailure(institution, session, refund) };
    const act = refundedAmount === session.amount ? 'refundAll' : 'refundPart';
    const refunded = moveSession(institution, session, act, { refundedAmount }, { refund });
    if (refunded === undefined) throw new Error('A refund met a session in a state the table does not allow');
    return { refund, session: refunded };
  });
}

/** A refund that fails changes no state, so it is announced here and not by a transition. */
function announceFailure(institution: Institution, session: Session, refund: Refund): Session {
  const now = institution.now();
  enqueueEvent(institution.database, { type: 'refund.failed', session, refund, now, notBefore: now });
  institution.webhookWritten();
  return session;
}
