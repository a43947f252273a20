import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import { AccountJob } from './account-job.ts';
import { type CodeMailDeps, mailSignInCode } from './mail-sign-in-code.ts';
import { mailSecurityNotice } from './second-factor/mail-security-notice.ts';
import { sweepAccounts } from './sweep-accounts.ts';

const HOUR_MS = 3_600_000;

/** A code is of no use when its time is over. */
const CODE_BACKOFF = { firstMs: 2_000, longestMs: 60_000, maxAttempts: 15 };

/** States how the jobs of accounts are done. */
export function registerAccountJobs(worker: JobWorker, deps: CodeMailDeps): void {
  worker.registerJob(AccountJob.MAIL_CODE, (run) => mailSignInCode(deps, run), CODE_BACKOFF);
  worker.registerJob(AccountJob.TELL_OWNER, (run) => mailSecurityNotice(deps, run));
  worker.registerRecurringJob(AccountJob.SWEEP, HOUR_MS, () => sweepAccounts(deps.core));
}
