import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import { runErasureJob } from './advance-erasure.ts';
import { DataRightsJob } from './data-rights-job.ts';
import type { ErasureDeps } from './erasure-deps.ts';
import { mailErasureNotice } from './mail-erasure-notice.ts';
import { sweepReceipts } from './sweep-receipts.ts';

const DAY_MS = 86_400_000;

/** What somebody asked for must not be given up. */
const NEVER_GIVEN_UP = { firstMs: 5_000, longestMs: 600_000, maxAttempts: Number.POSITIVE_INFINITY };

/** States how the jobs of erasures that people asked for are done. */
export function registerErasureJobs(worker: JobWorker, deps: ErasureDeps): void {
  worker.registerJob(DataRightsJob.ADVANCE_ERASURE, (run) => runErasureJob(deps, run), NEVER_GIVEN_UP);
  worker.registerJob(DataRightsJob.MAIL_ERASURE_NOTICE, (run) => mailErasureNotice(deps, run));
  worker.registerRecurringJob(DataRightsJob.SWEEP_RECEIPTS, DAY_MS, () => sweepReceipts(deps.core));
}
