import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import type { MailDeps } from '../mail/mail-deps.ts';
import { ConsentJob } from './consent-job.ts';
import { queueNews } from './queue-news.ts';
import { sendNews } from './send-news.ts';
import { endConsentByLink } from './unsubscribe.ts';

/** A wish is never given up. */
const WISH_BACKOFF = { firstMs: 1_000, longestMs: 60_000, maxAttempts: Number.POSITIVE_INFINITY };

/** A relay may be away for a weekend; after a week the mail itself is gone, which ends the job. */
const NEWS_BACKOFF = { firstMs: 5_000, longestMs: 3_600_000, maxAttempts: Number.POSITIVE_INFINITY };

/** States how the jobs of consents are done. */
export function registerConsentJobs(worker: JobWorker, deps: MailDeps): void {
  const byLink = ({ payload }: { payload: Readonly<Record<string, string>> }) =>
    endConsentByLink(deps.core, payload.tokenHash ?? '');
  worker.registerJob(ConsentJob.UNSUBSCRIBE, byLink, WISH_BACKOFF);
  worker.registerJob(ConsentJob.QUEUE_NEWS, (run) => queueNews(deps, run), NEWS_BACKOFF);
  worker.registerJob(ConsentJob.SEND_NEWS, (run) => sendNews(deps, run), NEWS_BACKOFF);
}
