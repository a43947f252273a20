import type { SqlEntityManager } from '@mikro-orm/sql';
import { sqlIn, type Transaction } from '../orm/raw-sql.ts';
import type { TakenJob } from './claim-jobs.ts';
import type { JobPayload } from './job.entity.ts';

/** A lease that ended while its job ran: another worker may have it, so this one must not commit. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
  readonly code = 'LEASE_LOST';
}

/** What a handler gets. */
export interface JobRun {
  readonly id: string;
  readonly payload: JobPayload;
  /** 1 at the first attempt. */
  readonly attempt: number;
  /** Aborted when the lease is lost or the process stops. */
  readonly signal: AbortSignal;
  /**
   * Removes the job in the handler's own transaction, so that its effect and its end are committed together. Optional: a
   * job whose handler returns is removed anyway, in a transaction of its own.
   * @throws {LeaseLostError} if another worker has the job by now; the transaction must be rolled back.
   */
  completeIn(em: SqlEntityManager): Promise<void>;
}

/** A run, and what came of it. */
export interface BegunRun extends JobRun {
  /** Whether the handler has removed the job, and that is committed. */
  readonly isRemoved: () => boolean;
}

/** Makes the handler's view of a job that was taken. */
export function jobRunOf(job: TakenJob, signal: AbortSignal): BegunRun {
  const { id, lease, payload, attempts: attempt } = job;
  let removedIn: Transaction | undefined;
  return {
    id,
    payload,
    attempt,
    signal,
    completeIn: async (em) => {
      const removed = await sqlIn(em).run('delete from job where id = ? and lease = ? returning id', [id, lease]);
      if (removed.length === 0) throw new LeaseLostError('The lease of a job ran out before it was done.');
      removedIn = em.getTransactionContext<Transaction>();
    },
    isRemoved: () => removedIn?.isCommitted === true,
  };
}
