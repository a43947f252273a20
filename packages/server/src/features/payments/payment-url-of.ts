import { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { type StartedPayment, startPayment } from './start-payment.ts';

/** The page on which an order can be paid, for a customer who comes back to it; it starts what was not started. */
export async function paymentUrlOf(deps: PaymentDeps, orderId: string): Promise<StartedPayment> {
  const payment = await deps.core.stores.main.em.fork().findOne(Payment, { orderId }, { fields: ['id'] });
  return payment ? startPayment(deps, payment.id) : { error: 'NOT_PAYABLE' };
}
