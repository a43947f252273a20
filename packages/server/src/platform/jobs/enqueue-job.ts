import type { EntityManager } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { Job, type JobPayload } from './job.entity.ts';

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
export function enqueueJob(em: EntityManager, { kind, payload, runAt }: NewJob): Job {
  const transaction: object | undefined = em.getTransactionContext();
  if (!transaction) throw new Error(`The job ${kind} was queued outside a transaction.`);
  const kinds = uncommitted.get(transaction) ?? new Set();
  uncommitted.set(transaction, kinds.add(kind));
  const job = em.create(Job, {
    id: uuidv7(),
    kind,
    payload,
    state: 'QUEUED',
    // The epoch: due whatever the clocks of several machines say.
    runAt: runAt ?? new Date(0),
    attempts: 0,
    lockedUntil: null,
    lease: null,
    lastErrorCode: null,
  });
  em.persist(job);
  return job;
}

/** The kinds that a committed transaction has queued; asked once, by the worker that listens to commits. */
export function takeQueuedKinds(transaction: object | undefined): string[] {
  const kinds = transaction ? uncommitted.get(transaction) : undefined;
  if (!transaction || !kinds) return [];
  uncommitted.delete(transaction);
  return [...kinds];
}
