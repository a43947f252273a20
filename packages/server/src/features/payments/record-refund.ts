import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { OrderMailJob } from '../mail/order-mail-job.ts';
import { applyRefund } from '../orders/refund-order.ts';
import { lockPayment } from './lock-payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { movePayment, stateAfter } from './payment-lifecycle.ts';
import type { Alongside } from './settle-payment.ts';

/**
 * Records what became of a refund, once: if the money went back the order is refunded and the customer told, if not the
 * payment waits for somebody to act. A repetition does nothing.
 */
export async function recordRefund(
  deps: PaymentDeps,
  paymentId: string,
  outcome: 'SUCCEEDED' | 'FAILED',
  alongside: Alongside = async () => undefined,
): Promise<void> {
  const { core, logger, onStep } = deps;
  const act = outcome === 'SUCCEEDED' ? 'paidBack' : 'payBackFailed';
  const recorded = await core.stores.main.em.fork().transactional(async (em) => {
    const payment = await lockPayment(em, paymentId);
    await alongside(em);
    if (stateAfter(payment.state, act) === null) return false;
    movePayment(payment, act);
    if (outcome === 'FAILED') return true;
    await applyRefund(em, payment.orderId, core.clock.now());
    await enqueueJob(em, { kind: OrderMailJob.WRITE, payload: { orderId: payment.orderId, mail: 'REFUNDED' } });
    return true;
  });
  onStep?.('REFUND_RECORDED');
  if (recorded && outcome === 'FAILED') logger?.error({ paymentId, code: 'REFUND_FAILED' }, 'refund failed');
}
