import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import { DataRightsJob } from './data-rights-job.ts';
import { buildDownload, MAX_ATTEMPTS } from './download/build-download.ts';
import type { DownloadDeps } from './download/download-deps.ts';

/** Whoever asked watches it: a few minutes, then it has failed. */
const BACKOFF = { firstMs: 1_000, longestMs: 60_000, maxAttempts: MAX_ATTEMPTS };

/** States how copies of people's data are put together. */
export function registerDownloadJobs(worker: JobWorker, deps: DownloadDeps): void {
  worker.registerJob(DataRightsJob.BUILD_DOWNLOAD, (run) => buildDownload(deps, run), BACKOFF);
}
