import { endPayment } from './end-payment.ts';
import type { PaymentDeps } from './payment-deps.ts';

/**
 * Ends a payment whose time is over (D15).
 * @throws {InstitutionError} if the institution does not answer: to be tried again, until it does.
 */
export function lapsePayment(deps: PaymentDeps, paymentId: string): Promise<void> {
  const now = deps.core.clock.now();
  return endPayment(deps, paymentId, {
    task: 'lapse-payment',
    isDue: ({ expiresAt }) => expiresAt <= now,
    unpaid: 'EXPIRED',
  });
}
