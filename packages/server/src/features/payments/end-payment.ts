import { passEgress } from '../../privacy/egress/pass-egress.ts';
import { lockPayment } from './lock-payment.ts';
import { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { InstitutionError, type SessionState } from './payment-institution.ts';
import { isPayable, movePayment } from './payment-lifecycle.ts';
import { releasePayment } from './release-payment.ts';
import { requestSession } from './request-session.ts';
import { settlePayment } from './settle-payment.ts';

/** How the session of a payment ended; it has no id if there never was one. */
interface EndedSession {
  readonly sessionId: string | null;
  readonly state: SessionState;
}

/** Which payment is ended, why, and as what. */
export interface PaymentEnd {
  /** What the system does, for the access log. */
  readonly task: string;
  /** Whether a payment that still can be paid is to be ended now. */
  readonly isDue: (payment: Payment) => boolean;
  /** What becomes of it if it was not paid: a lapse is told to the customer, a cancellation is not. */
  readonly unpaid: 'EXPIRED' | 'CANCELLED';
}

/**
 * Ends a payment: the session at the institution first, and the stock is released only on its word (D15). If it was paid
 * after all, it is settled.
 * @throws {InstitutionError} if the institution does not answer: to be tried again, until it does.
 */
export async function endPayment(deps: PaymentDeps, paymentId: string, end: PaymentEnd): Promise<void> {
  const payment = await markLapsing(deps, paymentId, end.isDue);
  if (!payment) return;
  const { sessionId, state } = await endSession(deps, payment, end.task);
  deps.onStep?.('SESSION_ENDED');
  switch (state) {
    case 'PAID':
    case 'PAID_BACK':
      if (sessionId === null) throw new Error('A session without an id was paid.');
      await settlePayment(deps, { payment, sessionId });
      return;
    case 'CANCELLED':
      await releasePayment(deps, paymentId, 'CANCELLED');
      return;
    case 'EXPIRED':
    case 'UNKNOWN':
      await releasePayment(deps, paymentId, end.unpaid);
      return;
    case 'OPEN':
      throw new InstitutionError('INSTITUTION_REFUSED', 'The payment institution did not end a session.');
  }
}

/** From here on nothing can be started; null if there is nothing to end, or not yet. */
async function markLapsing(
  { core, onStep }: PaymentDeps,
  paymentId: string,
  isDue: PaymentEnd['isDue'],
): Promise<Payment | null> {
  const { main } = core.stores;
  const due = (payment: Payment) => payment.state === 'LAPSING' || (isPayable(payment.state) && isDue(payment));
  const found = await main.em.fork().findOne(Payment, { id: paymentId });
  if (!found || !due(found)) return null;
  if (found.state === 'LAPSING') return found;
  const marked = await main.em.fork().transactional(async (em) => {
    const payment = await lockPayment(em, paymentId);
    if (!due(payment)) return null;
    if (payment.state !== 'LAPSING') movePayment(payment, 'lapse');
    return payment;
  });
  onStep?.('LAPSE_MARKED');
  return marked;
}

async function endSession(deps: PaymentDeps, payment: Payment, task: string): Promise<EndedSession> {
  // It was never asked for, and now it cannot be.
  if (payment.returnBase === null) return { sessionId: null, state: 'UNKNOWN' };
  const { core, institution } = deps;
  const { agreementKey } = institution;
  if (payment.sessionReference) {
    return passEgress(
      core,
      {
        recipient: 'PAYMENT_INSTITUTION',
        purpose: 'PAYMENT',
        agreementKey,
        task,
        reason: 'PAYMENT',
        fields: { sessionId: payment.sessionReference },
      },
      async ({ sessionId }) => ({ sessionId, state: await institution.expireSession(sessionId) }),
    );
  }
  // It was asked for, and the answer is not on record: the same request gives the same session, or none for good.
  const session = await requestSession(deps, payment);
  if (!session) return { sessionId: null, state: 'UNKNOWN' };
  const { sessionId } = session;
  return { sessionId, state: await institution.expireSession(sessionId) };
}
