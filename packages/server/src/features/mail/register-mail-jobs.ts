import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import type { MailDeps } from './mail-deps.ts';
import { isOrderMailKind } from './mail-kind.ts';
import { OrderMailJob } from './order-mail-job.ts';
import { sendMail } from './send-mail.ts';
import { sweepMail } from './sweep-mail.ts';
import { waitForLift } from './wait-for-lift.ts';
import { writeOrderMail } from './write-order-mail.ts';

const HOUR_MS = 3_600_000;

/** A relay may be away for a weekend. */
const SEND_BACKOFF = { firstMs: 5_000, longestMs: HOUR_MS, maxAttempts: 80 };

/** States how the jobs of mail are done. */
export function registerMailJobs(worker: JobWorker, deps: MailDeps): void {
  worker.registerJob(OrderMailJob.WRITE, async (run) => {
    const { orderId = '', mail } = run.payload;
    if (!isOrderMailKind(mail)) throw Object.assign(new Error('There is no such mail.'), { code: 'UNKNOWN_MAIL' });
    await waitForLift(deps.core, OrderMailJob.WRITE, run, () => writeOrderMail(deps, run, orderId, mail));
  });
  worker.registerJob(
    OrderMailJob.SEND,
    (run) => waitForLift(deps.core, OrderMailJob.SEND, run, () => sendMail(deps, run.payload.mailId ?? '')),
    SEND_BACKOFF,
  );
  worker.registerRecurringJob(OrderMailJob.SWEEP, HOUR_MS, () => sweepMail(deps.core));
}
