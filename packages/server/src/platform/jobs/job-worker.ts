import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';
import type { Bus } from '../bus/bus.ts';
import type { Clock } from '../clock/clock.ts';
import type { Store } from '../orm/store.ts';
import { claimJobs, nextDueAt, type TakenJob } from './claim-jobs.ts';
import { takeQueuedKinds } from './enqueue-job.ts';
import { finishJob } from './finish-job.ts';
import { DEFAULT_BACKOFF, type JobBackoff } from './job-backoff.ts';
import { errorCodeOf } from './job-error-code.ts';
import type { JobHandler, JobRegistration } from './job-handler.ts';
import type { JobMetrics } from './job-metrics.ts';
import { jobRunOf } from './job-run.ts';
import { plantRecurringJob } from './recurring-job.ts';
import { renewLease } from './renew-lease.ts';

/** What a worker needs. */
export interface JobWorkerOptions {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger?: Logger;
  readonly metrics?: JobMetrics;
  /** How long a job is a worker's own before it must renew, in ms. */
  readonly leaseMs?: number;
  /** Longest time between two looks at the queue, in ms, for what no event tells. */
  readonly pollMs?: number;
  /** How many jobs run at once. */
  readonly concurrency?: number;
}

/** What a look at the queue took: nothing, all that was due, or as much as there was room for. */
type Claimed = 'NONE' | 'SOME' | 'ALL_PLACES';

const LEASE_MS = 60_000;
const POLL_MS = 5_000;
const CONCURRENCY = 4;

/** Time between two looks, in ms, while what is due is not to be had: somebody's transaction holds its row. */
const HELD_MS = 50;

/** Does the jobs of the queue; several workers, in several processes, share one queue on PostgreSQL (D10). */
export class JobWorker {
  readonly #options: JobWorkerOptions;
  readonly #registrations = new Map<string, JobRegistration>();
  readonly #running = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  /** When the timer fires, in ms of the process's own clock. */
  #wakesAt = 0;
  #claiming: Promise<Claimed> = Promise.resolve('NONE');
  #started = false;
  /** Runs outside the transaction whose commit woke the worker: the ORM would take that for the one to go on in. */
  readonly #outside = AsyncLocalStorage.snapshot();

  constructor(options: JobWorkerOptions) {
    this.#options = options;
    const { store, bus } = options;
    store.em.getEventManager().registerSubscriber({
      afterTransactionCommit: async ({ transaction }: { transaction?: object }) => {
        for (const [kind, dueAt] of takeQueuedKinds(transaction as object | undefined)) {
          // Not waited for: the transaction is done, and whoever made it owes nothing to the queue.
          void this.#outside(() => bus.publish('jobs-queued', { kind, dueAt })).catch((error: unknown) =>
            this.#report(error, kind),
          );
        }
      },
    });
    bus.subscribe('jobs-queued', ({ kind, dueAt }) => {
      if (this.#registrations.has(kind)) this.#wake(this.#untilDue(dueAt));
    });
  }

  /** States how a kind of job is done. */
  registerJob(kind: string, handler: JobHandler, backoff: Partial<JobBackoff> = {}): void {
    this.#register(kind, { handler, backoff: { ...DEFAULT_BACKOFF, ...backoff }, everyMs: null, firstAfterMs: 0 });
  }

  /**
   * States a job that comes back by itself; there is one of it, however many processes there are. It is due at the very first start, or
   * `firstAfterMs` later.
   */
  registerRecurringJob(kind: string, everyMs: number, handler: JobHandler, firstAfterMs = 0): void {
    const backoff = { ...DEFAULT_BACKOFF, maxAttempts: Number.POSITIVE_INFINITY };
    this.#register(kind, { handler, backoff, everyMs, firstAfterMs });
  }

  #register(kind: string, registration: JobRegistration): void {
    if (this.#registrations.has(kind)) throw new Error(`The job ${kind} has two handlers.`);
    this.#registrations.set(kind, registration);
  }

  /** Begins to work. */
  async start(): Promise<void> {
    const now = this.#options.clock.now().getTime();
    for (const [kind, { everyMs, firstAfterMs }] of this.#registrations) {
      if (everyMs !== null) await plantRecurringJob(this.#options.store, kind, new Date(now + firstAfterMs));
    }
    this.#started = true;
    this.#wake(0);
  }

  /** Does everything that is due now, and what that makes due, and answers when it is done; for tests and commands. */
  async runDue(): Promise<void> {
    do {
      while ((await this.#claim()) !== 'NONE');
      await Promise.all(this.#running);
    } while ((await this.#claim()) !== 'NONE');
    await Promise.all(this.#running);
  }

  /**
   * Takes no more jobs and waits for those that run, at most so long; what still runs then is aborted, and runs again
   * after its lease.
   */
  async close(graceMs = 10_000): Promise<void> {
    this.#started = false;
    clearTimeout(this.#timer);
    await this.#claiming.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([Promise.all(this.#running), grace]);
    clearTimeout(timer);
    this.#closing.abort();
    await Promise.race([Promise.all(this.#running), new Promise((resolve) => setTimeout(resolve, 500))]);
  }

  /** Looks in so many ms, or earlier if that was planned: what was queued while a look was ending must not wait for the next poll. */
  #wake(inMs: number): void {
    const at = performance.now() + inMs;
    if (!this.#started || (this.#timer && this.#wakesAt <= at)) return;
    clearTimeout(this.#timer);
    this.#wakesAt = at;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#look();
    }, inMs);
  }

  async #look(): Promise<void> {
    try {
      while (this.#started && (await this.#claim()) === 'ALL_PLACES');
      // With all places taken the next job that ends looks again.
      if (this.#running.size < this.#concurrency) this.#wake(Math.max(HELD_MS, await this.#restMs()));
    } catch (error) {
      this.#report(error, null);
      this.#wake(this.#pollMs);
    }
  }

  async #restMs(): Promise<number> {
    const due = await nextDueAt(this.#options.store, [...this.#registrations.keys()]);
    return due ? this.#untilDue(due.getTime()) : this.#pollMs;
  }

  #untilDue(dueAt: number): number {
    return Math.max(0, Math.min(dueAt - this.#options.clock.now().getTime(), this.#pollMs));
  }

  /** Takes what there is room for. One claim at a time, so that the room is counted right. */
  #claim(): Promise<Claimed> {
    this.#claiming = this.#claiming.then(
      () => this.#claimOnce(),
      () => this.#claimOnce(),
    );
    return this.#claiming;
  }

  async #claimOnce(): Promise<Claimed> {
    const limit = this.#concurrency - this.#running.size;
    const kinds = [...this.#registrations.keys()];
    if (limit <= 0 || kinds.length === 0) return 'NONE';
    const { store, clock } = this.#options;
    const jobs = await claimJobs(store, { kinds, now: clock.now(), leaseMs: this.#leaseMs, limit });
    for (const job of jobs) {
      const running = this.#run(job).then((comesAgain) => {
        // While there was a place left, nothing else was due.
        if (comesAgain || this.#running.size >= this.#concurrency) this.#wake(0);
        this.#running.delete(running);
      });
      this.#running.add(running);
    }
    if (jobs.length === 0) return 'NONE';
    return jobs.length < limit ? 'SOME' : 'ALL_PLACES';
  }

  /** Answers whether the job will be due again. */
  async #run(job: TakenJob): Promise<boolean> {
    const { store, clock, metrics, logger } = this.#options;
    const registration = this.#registrations.get(job.kind);
    if (!registration) return true;
    const lost = new AbortController();
    const stopRenewing = renewLease(store, job, { leaseMs: this.#leaseMs, clock, onLost: () => lost.abort() });
    const run = jobRunOf(job, AbortSignal.any([lost.signal, this.#closing.signal]));
    let failure: unknown = null;
    try {
      await registration.handler(run);
    } catch (error) {
      failure = error ?? new Error('A job failed without an error.');
    }
    await stopRenewing();
    try {
      const end = { registration, removed: run.isRemoved(), failure, now: clock.now() };
      const outcome = await finishJob(store, job, end);
      metrics?.count(job.kind, outcome);
      if (outcome !== 'DONE') {
        logger?.[outcome === 'PARKED' ? 'error' : 'warn'](
          { job: job.kind, jobId: job.id, attempt: job.attempts, outcome, code: errorCodeOf(failure), err: failure },
          'job failed',
        );
      }
      return outcome !== 'DONE' || registration.everyMs !== null;
    } catch (error) {
      // Its end is not on record: it runs again after its lease.
      this.#report(error, job.kind);
      return true;
    }
  }

  #report(error: unknown, kind: string | null): void {
    this.#options.logger?.error({ job: kind, err: error }, 'job queue failed');
  }

  get #leaseMs(): number {
    return this.#options.leaseMs ?? LEASE_MS;
  }

  get #pollMs(): number {
    return this.#options.pollMs ?? POLL_MS;
  }

  get #concurrency(): number {
    return this.#options.concurrency ?? CONCURRENCY;
  }
}
