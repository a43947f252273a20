import { passEgress } from '../../privacy/egress/pass-egress.ts';
import { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { InstitutionError } from './payment-institution.ts';
import { recordRefund } from './record-refund.ts';

/**
 * Has the institution send the money of a payment back. Idempotent by the key of the refund, so that a kill between asking
 * and recording sends nothing twice.
 * @throws {InstitutionError} to be tried again.
 */
export async function refundPayment(deps: PaymentDeps, paymentId: string): Promise<void> {
  const { core, institution } = deps;
  const payment = await core.stores.main.em.fork().findOne(Payment, { id: paymentId });
  if (payment?.state !== 'REFUND_PENDING') return;
  if (!payment.sessionReference) throw new Error('A payment to be paid back has no session on record.');
  const { amount } = payment;
  const state = await passEgress(
    core,
    {
      recipient: 'PAYMENT_INSTITUTION',
      purpose: 'PAYMENT',
      agreementKey: institution.agreementKey,
      task: 'refund-payment',
      reason: 'PAYMENT',
      fields: { sessionId: payment.sessionReference },
    },
    ({ sessionId }) => institution.refund({ sessionId, amount, idempotencyKey: `refund-${paymentId}` }),
  );
  deps.onStep?.('MONEY_SENT_BACK');
  if (state === 'PENDING') {
    throw new InstitutionError('INSTITUTION_UNREACHABLE', 'The payment institution has not decided on a refund yet.');
  }
  await recordRefund(deps, paymentId, state);
}
