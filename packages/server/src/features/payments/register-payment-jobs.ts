import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import { lapsePayment } from './lapse-payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { PaymentEvent } from './payment-event.entity.ts';
import { PaymentJob } from './payment-job.ts';
import { refundPayment } from './refund-payment.ts';

const DAY_MS = 86_400_000;

/** How long an event is remembered; older ones are refused by their time anyway. */
const EVENT_KEPT_MS = 7 * DAY_MS;

/** Neither stock nor money may be forgotten because the institution was away for long. */
const NEVER_GIVEN_UP = { firstMs: 1_000, longestMs: 600_000, maxAttempts: Number.POSITIVE_INFINITY };

/** States how the jobs of payments are done. */
export function registerPaymentJobs(worker: JobWorker, deps: PaymentDeps): void {
  const { core } = deps;
  worker.registerJob(PaymentJob.LAPSE, ({ payload }) => lapsePayment(deps, payload.paymentId ?? ''), NEVER_GIVEN_UP);
  worker.registerJob(PaymentJob.REFUND, ({ payload }) => refundPayment(deps, payload.paymentId ?? ''), NEVER_GIVEN_UP);
  worker.registerRecurringJob(PaymentJob.SWEEP_EVENTS, DAY_MS, async () => {
    const before = new Date(core.clock.now().getTime() - EVENT_KEPT_MS);
    await core.stores.main.em.fork().nativeDelete(PaymentEvent, { receivedAt: { $lt: before } });
  });
}
