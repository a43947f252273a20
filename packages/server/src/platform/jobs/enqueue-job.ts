import type { SqlEntityManager } from '@mikro-orm/sql';
import { v7 as uuidv7 } from 'uuid';
import { sqlIn } from '../orm/raw-sql.ts';
import { storedMoment } from '../orm/stored-moment.ts';
import type { JobPayload } from './job.entity.ts';

/** A job to be queued. */
export interface NewJob {
  readonly kind: string;
  /** Ids only, never a personal value: the queue is not sealed. */
  readonly payload: JobPayload;
  /** Not before this moment; at once if it is left out. */
  readonly runAt?: Date;
}

/** Kinds queued in a transaction that has not committed yet, by the transaction. */
const uncommitted = new WeakMap<object, Set<string>>();

/**
 * Queues a job in the caller's transaction: it exists if and only if that commits.
 * @throws if `em` is not in a transaction.
 */
export async function enqueueJob(em: SqlEntityManager, { kind, payload, runAt }: NewJob): Promise<void> {
  const transaction: object | undefined = em.getTransactionContext();
  if (!transaction) throw new Error(`The job ${kind} was queued outside a transaction.`);
  const kinds = uncommitted.get(transaction) ?? new Set();
  uncommitted.set(transaction, kinds.add(kind));
  const { run, dialect } = sqlIn(em);
  // The epoch: due whatever the clocks of several machines say.
  const due = storedMoment(runAt ?? new Date(0), dialect);
  await run(`insert into job (id, kind, payload, state, run_at, attempts) values (?, ?, ?, 'QUEUED', ?, 0)`, [
    uuidv7(),
    kind,
    JSON.stringify(payload),
    due,
  ]);
}

/** The kinds that a committed transaction has queued; asked once, by the worker that listens to commits. */
export function takeQueuedKinds(transaction: object | undefined): string[] {
  const kinds = transaction ? uncommitted.get(transaction) : undefined;
  if (!transaction || !kinds) return [];
  uncommitted.delete(transaction);
  return [...kinds];
}
