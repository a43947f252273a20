import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import { mailEmailChangeCode } from './mail-email-change-code.ts';
import type { CodeMailDeps } from './mail-sign-in-code.ts';
import { notifyUnusedAccounts } from './notify-unused-accounts.ts';
import { ProfileJob } from './profile-job.ts';

const DAY_MS = 86_400_000;

/** A code is of no use when its time is over. */
const CODE_BACKOFF = { firstMs: 2_000, longestMs: 60_000, maxAttempts: 15 };

/** States how the jobs about what an account holds are done. */
export function registerProfileJobs(worker: JobWorker, deps: CodeMailDeps): void {
  worker.registerJob(ProfileJob.MAIL_EMAIL_CODE, (run) => mailEmailChangeCode(deps, run), CODE_BACKOFF);
  worker.registerRecurringJob(ProfileJob.NOTIFY_UNUSED, DAY_MS, () => notifyUnusedAccounts(deps));
}
