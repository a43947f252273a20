import type { SqlEntityManager } from '@mikro-orm/sql';
import { v5 as uuidv5 } from 'uuid';
import { sqlIn } from '../orm/raw-sql.ts';
import { storedMoment } from '../orm/stored-moment.ts';
import { newId } from '../tokens/new-id.ts';
import type { JobPayload } from './job.entity.ts';

/** A job to be queued. */
export interface NewJob {
  readonly kind: string;
  /** Ids only, never a personal value: the queue is not sealed. */
  readonly payload: JobPayload;
  /** Not before this moment; at once if it is left out. */
  readonly runAt?: Date;
}

/** Kinds queued in a transaction that has not committed yet, and when the first of each is due (ms since the epoch), by the transaction. */
const uncommitted = new WeakMap<object, Map<string, number>>();

/**
 * Queues a job in the caller's transaction: it exists if and only if that commits.
 * @throws if `em` is not in a transaction.
 */
export async function enqueueJob(em: SqlEntityManager, { kind, payload, runAt }: NewJob): Promise<void> {
  const due = runAt ?? AT_ONCE;
  noteQueued(em, kind, due);
  const { run, dialect } = sqlIn(em);
  await run(`insert into job (id, kind, payload, state, run_at, attempts) values (?, ?, ?, 'QUEUED', ?, 0)`, [
    newId(),
    kind,
    JSON.stringify(payload),
    storedMoment(due, dialect),
  ]);
}

/** The epoch: due whatever the clocks of several machines say. */
const AT_ONCE = new Date(0);

/** Namespace of the ids of jobs of which one waits at a time (UUID version 5). */
const SINGLE_JOBS = '0f6e7b7c-52b6-4f5d-9d0a-6c1f2f0c7a35';

/**
 * Queues a job of which one that waits is enough, however often it is asked for: it stays due when it was. One that has begun runs
 * again, since it may have passed what this transaction did. Last in the transaction: others who queue it wait for the commit.
 * @throws if `em` is not in a transaction.
 */
export async function enqueueOnce(em: SqlEntityManager, { kind, runAt }: Omit<NewJob, 'payload'>): Promise<void> {
  const due = runAt ?? AT_ONCE;
  noteQueued(em, kind, due);
  const { run, dialect } = sqlIn(em);
  await run(
    `insert into job (id, kind, payload, state, run_at, attempts) values (?, ?, '{}', 'QUEUED', ?, 0)
     on conflict (id) do update set state = 'QUEUED', lease = null, locked_until = null, run_at = case
       when job.state = 'QUEUED' and job.locked_until is null and job.run_at < excluded.run_at then job.run_at
       else excluded.run_at end`,
    [uuidv5(kind, SINGLE_JOBS), kind, storedMoment(due, dialect)],
  );
}

/** @throws if `em` is not in a transaction. */
function noteQueued(em: SqlEntityManager, kind: string, due: Date): void {
  const transaction: object | undefined = em.getTransactionContext();
  if (!transaction) throw new Error(`The job ${kind} was queued outside a transaction.`);
  const kinds = uncommitted.get(transaction) ?? new Map<string, number>();
  uncommitted.set(transaction, kinds.set(kind, Math.min(due.getTime(), kinds.get(kind) ?? Number.POSITIVE_INFINITY)));
}

/** What a committed transaction has queued: kinds, and when the first of each is due; asked once, by the worker that listens to commits. */
export function takeQueuedKinds(transaction: object | undefined): [kind: string, dueAt: number][] {
  const kinds = transaction ? uncommitted.get(transaction) : undefined;
  if (!transaction || !kinds) return [];
  uncommitted.delete(transaction);
  return [...kinds];
}
