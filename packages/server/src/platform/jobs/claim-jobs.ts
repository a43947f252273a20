import { LockMode } from '@mikro-orm/core';
import { v4 as uuidv4 } from 'uuid';
import type { Store } from '../orm/store.ts';
import { Job } from './job.entity.ts';

/** What a claim needs. */
export interface Claim {
  readonly kinds: readonly string[];
  readonly now: Date;
  readonly leaseMs: number;
  readonly limit: number;
}

/**
 * Takes due jobs for one worker. Rows that another worker is taking are skipped, not waited for (`for update skip locked`; on
 * SQLite transactions run one after the other), so no job is taken twice while its lease lasts.
 */
export async function claimJobs(store: Store, { kinds, now, leaseMs, limit }: Claim): Promise<Job[]> {
  return store.em.fork().transactional(async (em) => {
    const jobs = await em.find(
      Job,
      {
        state: 'QUEUED',
        kind: { $in: [...kinds] },
        runAt: { $lte: now },
        $or: [{ lockedUntil: null }, { lockedUntil: { $lte: now } }],
      },
      { orderBy: { runAt: 'asc', id: 'asc' }, limit, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    for (const job of jobs) {
      job.lease = uuidv4();
      job.lockedUntil = new Date(now.getTime() + leaseMs);
      job.attempts += 1;
    }
    return jobs;
  });
}

/** The moment at which the next job will be due, or null if none waits. */
export async function nextDueAt(store: Store, kinds: readonly string[]): Promise<Date | null> {
  const next = await store.em
    .fork()
    .findOne(
      Job,
      { state: 'QUEUED', kind: { $in: [...kinds] }, lockedUntil: null },
      { orderBy: { runAt: 'asc' }, fields: ['runAt'] },
    );
  return next?.runAt ?? null;
}
