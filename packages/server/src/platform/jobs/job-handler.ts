import type { JobBackoff } from './job-backoff.ts';
import type { JobRun } from './job-run.ts';

/**
 * Does a job. It must be idempotent: a worker may die after the effect and before the end of the job is on record, and the job
 * runs again then. `run.completeIn` closes that gap for effects in the main store. Throwing means: try again later.
 */
export type JobHandler = (run: JobRun) => Promise<void>;

/** How a kind of job is done. */
export interface JobRegistration {
  readonly handler: JobHandler;
  readonly backoff: JobBackoff;
  /** For a job that comes back by itself: the time from one success to the next run, in ms. */
  readonly everyMs: number | null;
  /** How long after the very first start it is first due, in ms; 0 for most. */
  readonly firstAfterMs: number;
}
