import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { Order } from '../orders/order.entity.ts';
import { mailOrderCode, type OrderCodeDeps } from '../orders/request-order-code.ts';
import { DataRightsJob } from './data-rights-job.ts';

/** A code is of no use when whoever asked for it has gone. */
const CODE_BACKOFF = { firstMs: 2_000, longestMs: 60_000, maxAttempts: 15 };

/** States how the jobs of data rights are done. */
export function registerDataRightsJobs(worker: JobWorker, deps: OrderCodeDeps): void {
  worker.registerJob(
    DataRightsJob.MAIL_CLAIM_CODE,
    async ({ payload }) => {
      const order = await deps.core.stores.main.em.fork().findOne(Order, { number: payload.orderNumber ?? '' });
      if (!order) return;
      await mailOrderCode(deps, order).catch((error: unknown) => {
        if (!(error instanceof PrivacyError && (error.code === 'ERASED' || error.code === 'SUBJECT_NOT_ACTIVE')))
          throw error;
      });
    },
    CODE_BACKOFF,
  );
}
