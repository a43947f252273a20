import { sqlIn } from '../orm/raw-sql.ts';
import type { Store } from '../orm/store.ts';
import type { TakenJob } from './claim-jobs.ts';
import { Job } from './job.entity.ts';
import { waitAfter } from './job-backoff.ts';
import { errorCodeOf } from './job-error-code.ts';
import type { JobRegistration } from './job-handler.ts';

/** How an attempt ended: done, to be tried again, or given up. */
export type JobOutcome = 'DONE' | 'RETRIED' | 'PARKED';

/** How the handler ended. */
export interface JobEnd {
  readonly registration: JobRegistration;
  /** Whether it has removed the job itself. */
  readonly removed: boolean;
  /** What it threw, or null. */
  readonly failure: unknown;
  readonly now: Date;
}

/** Puts the end of an attempt on record, unless the lease was lost meanwhile. */
export async function finishJob(
  store: Store,
  job: TakenJob,
  { registration, removed, failure, now }: JobEnd,
): Promise<JobOutcome> {
  if (failure === null && removed) return 'DONE';
  const em = store.em.fork();
  const mine = { id: job.id, lease: job.lease };
  const free = { lease: null, lockedUntil: null };
  if (failure === null) {
    const { everyMs } = registration;
    if (everyMs === null) await sqlIn(em).run('delete from job where id = ? and lease = ?', [job.id, job.lease]);
    else {
      const runAt = new Date(now.getTime() + everyMs);
      await em.nativeUpdate(Job, mine, { ...free, runAt, attempts: 0, lastErrorCode: null });
    }
    return 'DONE';
  }
  const wait = waitAfter(job.attempts, registration.backoff);
  const lastErrorCode = errorCodeOf(failure);
  if (wait === null) {
    await em.nativeUpdate(Job, mine, { ...free, state: 'FAILED', lastErrorCode });
    return 'PARKED';
  }
  await em.nativeUpdate(Job, mine, { ...free, runAt: new Date(now.getTime() + wait), lastErrorCode });
  return 'RETRIED';
}
