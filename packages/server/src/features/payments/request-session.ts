import { passEgress } from '../../privacy/egress/pass-egress.ts';
import type { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';
import type { InstitutionSession } from './payment-institution.ts';

/**
 * Asks the institution for the session of a payment that is marked as started. Every request for it is the same, so that it
 * has one session however often it is asked; null if it has none and will have none.
 * @throws {InstitutionError}
 */
export function requestSession(deps: PaymentDeps, payment: Payment): Promise<InstitutionSession | null> {
  const { id, amount, currency, reference, returnBase, expiresAt } = payment;
  if (returnBase === null) throw new Error('The payment is not marked as started.');
  const { core, institution } = deps;
  const { agreementKey } = institution;
  // Nothing personal leaves; the door is passed all the same, so that no agreement means no payment (P5.3).
  return passEgress(
    core,
    {
      recipient: 'PAYMENT_INSTITUTION',
      purpose: 'PAYMENT',
      agreementKey,
      task: 'start-payment',
      reason: 'PAYMENT',
      fields: {},
    },
    () =>
      institution.createSession({
        idempotencyKey: id,
        amount,
        currency,
        reference,
        returnUrl: `${returnBase}/checkout/return`,
        cancelUrl: `${returnBase}/checkout/cancelled`,
        expiresAt,
      }),
  );
}
