import type { Clock } from '../clock/clock.ts';
import type { Store } from '../orm/store.ts';
import type { TakenJob } from './claim-jobs.ts';
import { Job } from './job.entity.ts';

/** How a lease is renewed. */
export interface LeaseRenewal {
  readonly leaseMs: number;
  readonly clock: Clock;
  /** Called once if another worker has the job. */
  readonly onLost: () => void;
}

/** Keeps a job's lease alive until the returned function is called, which waits for a renewal on its way. */
export function renewLease(store: Store, job: TakenJob, { leaseMs, clock, onLost }: LeaseRenewal): () => Promise<void> {
  let current: Promise<void> = Promise.resolve();
  const renew = async (): Promise<void> => {
    const lockedUntil = new Date(clock.now().getTime() + leaseMs);
    const renewed = await store.em.fork().nativeUpdate(Job, { id: job.id, lease: job.lease }, { lockedUntil });
    if (renewed > 0) return;
    clearInterval(timer);
    onLost();
  };
  const timer = setInterval(() => {
    // A renewal that fails leaves two more before the lease ends.
    current = renew().catch(() => undefined);
  }, leaseMs / 3);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await current;
  };
}
