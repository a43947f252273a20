import type { Institution } from '../institution.ts';
import type { Refund } from '../sessions/refund-store.ts';
import type { Session } from '../sessions/session-store.ts';

/** A session as the merchant sees it, as JSON. */
export function sessionView(institution: Institution, session: Session): Record<string, unknown> {
  const { id, state, amount, refundedAmount, currency, reference } = session;
  return {
    id,
    url: `${institution.publicUrl}/pay/${id}`,
    state,
    amount,
    refundedAmount,
    currency,
    reference,
    expiresAt: new Date(session.expiresAt).toISOString(),
  };
}

/** A refund as the merchant sees it; `sessionState` is the session's state after it. */
export function refundView(refund: Refund, session: Session): Record<string, unknown> {
  const { id, sessionId, amount, state } = refund;
  return {
    id,
    sessionId,
    amount,
    currency: session.currency,
    state,
    sessionState: session.state,
    refundedAmount: session.refundedAmount,
    createdAt: new Date(refund.createdAt).toISOString(),
  };
}
