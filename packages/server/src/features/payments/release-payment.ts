import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { OrderMailJob } from '../mail/order-mail-job.ts';
import { applyRelease, prepareRelease } from '../orders/release-order.ts';
import { announceStock } from '../stock/announce-stock.ts';
import { lockPayment } from './lock-payment.ts';
import { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { movePayment, stateAfter } from './payment-lifecycle.ts';
import type { Alongside } from './settle-payment.ts';

/**
 * Ends a payment of which the institution has said that it can no longer be made, and with it the order; the stock goes
 * back (D15). A payment that lapsed is told to the customer, one that they cancelled is not. A repetition does nothing.
 * @returns whether this call did it.
 */
export async function releasePayment(
  deps: PaymentDeps,
  paymentId: string,
  outcome: 'EXPIRED' | 'CANCELLED',
  alongside: Alongside = async () => undefined,
): Promise<boolean> {
  const { core } = deps;
  const { main } = core.stores;
  const found = await main.em.fork().findOneOrFail(Payment, { id: paymentId });
  const prepared = canEnd(found) ? await prepareRelease(core, found.orderId) : null;
  const now = core.clock.now();
  const stock = await main.em.fork().transactional(async (em): Promise<string[] | null> => {
    const payment = await lockPayment(em, paymentId);
    await alongside(em);
    if (!prepared || !canEnd(payment)) return null;
    if (outcome === 'EXPIRED') {
      if (payment.state !== 'LAPSING') movePayment(payment, 'lapse');
      movePayment(payment, 'expire');
      await enqueueJob(em, { kind: OrderMailJob.WRITE, payload: { orderId: payment.orderId, mail: 'PAYMENT_LAPSED' } });
      return applyRelease(em, prepared, 'LAPSED', now);
    }
    movePayment(payment, 'cancel');
    return applyRelease(em, prepared, 'CANCELLED', now);
  });
  deps.onStep?.('RELEASED');
  if (!stock) return false;
  await announceStock(core.bus, stock);
  return true;
}

function canEnd({ state }: Payment): boolean {
  return stateAfter(state, 'cancel') !== null;
}
