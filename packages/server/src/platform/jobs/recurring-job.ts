import { v5 as uuidv5 } from 'uuid';
import type { Store } from '../orm/store.ts';
import { Job } from './job.entity.ts';

/** Namespace of the ids of recurring jobs (UUID version 5). */
const RECURRING_JOBS = '6f0d5b1e-7d1c-4f64-9a55-0c8a9f3d2b71';

/** Puts a recurring job into the queue unless it is there: its id follows from its kind, so that two processes plant one. */
export async function plantRecurringJob(store: Store, kind: string, runAt: Date): Promise<void> {
  const em = store.em.fork();
  const job = {
    id: uuidv5(kind, RECURRING_JOBS),
    kind,
    payload: {},
    state: 'QUEUED' as const,
    runAt,
    attempts: 0,
    lockedUntil: null,
    lease: null,
    lastErrorCode: null,
  };
  await em.upsert(Job, job, { onConflictAction: 'ignore', onConflictFields: ['id'] });
}
