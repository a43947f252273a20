import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { testProcess } from '../../../test/built/test-process.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { createInProcessBus } from '../bus/in-process-bus.ts';
import { type Clock, systemClock } from '../clock/clock.ts';
import { enqueueJob, enqueueOnce, type NewJob } from './enqueue-job.ts';
import { Job } from './job.entity.ts';
import { createJobMetrics } from './job-metrics.ts';
import { JobWorker, type JobWorkerOptions } from './job-worker.ts';
import { movingClock } from './testing/moving-clock.ts';

const HOUR = 3_600_000;

function workerOn(stores: TestStores, clock: Clock, options: Partial<JobWorkerOptions> = {}) {
  const bus = createInProcessBus((error) => {
    throw error;
  });
  return new JobWorker({ store: stores.main, bus, clock, ...options });
}

const enqueue = (stores: TestStores, ...jobs: NewJob[]) =>
  stores.main.em.fork().transactional(async (em) => {
    for (const job of jobs) await enqueueJob(em, job);
  });

const jobsOf = (stores: TestStores) => stores.main.em.fork().find(Job, {});

const named = (name: string): NewJob => ({ kind: 'write-line', payload: { name } });

/** Starts a worker in a process of its own. */
function startProcess(stores: TestStores, file: string, takesMs: number, together = 1): ChildProcess {
  const child = spawn(
    process.execPath,
    [testProcess('worker'), stores.urls.mainUrl, file, String(takesMs), String(together)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  return child;
}

const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describeEachDialect('The job queue', (open, dialect) => {
  it('does a job that was queued in a transaction, once, and forgets it', async () => {
    const stores = await open();
    const worker = workerOn(stores, systemClock);
    const done: string[] = [];
    worker.registerJob('write-line', async ({ payload, attempt }) => {
      done.push(`${payload.name} ${attempt}`);
    });
    await enqueue(stores, named('a'), named('b'));
    await worker.runDue();
    await worker.runDue();
    expect(done.sort()).toEqual(['a 1', 'b 1']);
    expect(await jobsOf(stores)).toEqual([]);
  });

  it('does a job of which one is enough once, when it was first due, and again if it is asked for while it runs', async () => {
    const stores = await open();
    const clock = movingClock();
    const worker = workerOn(stores, clock);
    const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
    const ask = (runAt: Date) =>
      stores.main.em.fork().transactional((em) => enqueueOnce(em, { kind: 'clean-up', runAt }));
    const done: string[] = [];
    worker.registerJob('clean-up', async () => {
      done.push('run');
      if (done.length === 1) await ask(inMinutes(1));
    });
    await ask(inMinutes(1));
    await ask(inMinutes(2));
    expect(await jobsOf(stores)).toHaveLength(1);
    clock.advance(60_000);
    await worker.runDue();
    expect(done).toEqual(['run']);
    clock.advance(60_000);
    await worker.runDue();
    expect(done).toEqual(['run', 'run']);
    expect(await jobsOf(stores)).toEqual([]);
  });

  it('knows nothing of a job whose transaction was rolled back, and refuses one without a transaction', async () => {
    const stores = await open();
    const rolledBack = stores.main.em.fork().transactional(async (em) => {
      await enqueueJob(em, named('never'));
      await em.flush();
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(await jobsOf(stores)).toEqual([]);
    await expect(enqueueJob(stores.main.em.fork(), named('never'))).rejects.toThrow(/outside a transaction/);
  });

  it('wakes the worker at the commit, without waiting for its next look', async () => {
    const stores = await open();
    const worker = workerOn(stores, systemClock, { pollMs: HOUR });
    const done = new Promise<void>((resolve) => worker.registerJob('write-line', async () => resolve()));
    await worker.start();
    await worker.runDue();
    await enqueue(stores, named('a'));
    await done;
    await worker.close();
  });

  it('waits for the time a job is set to, and looks then of itself', async () => {
    const stores = await open();
    const clock = movingClock();
    const worker = workerOn(stores, clock);
    let runs = 0;
    worker.registerJob('write-line', async () => {
      runs += 1;
    });
    await enqueue(stores, { ...named('later'), runAt: new Date(clock.now().getTime() + HOUR) });
    await worker.runDue();
    expect(runs).toBe(0);
    clock.advance(HOUR);
    await worker.runDue();
    expect(runs).toBe(1);
  });

  it('does all that is due, also when it is more than it has places for, and what comes meanwhile', async () => {
    const stores = await open();
    const worker = workerOn(stores, systemClock, { pollMs: HOUR, concurrency: 2 });
    const done: string[] = [];
    worker.registerJob('write-line', async ({ payload }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      done.push(String(payload.name));
      if (payload.name === 'e') await enqueue(stores, named('late'));
    });
    await enqueue(stores, ...['a', 'b', 'c', 'd', 'e'].map(named));
    await worker.start();
    await until(() => done.length === 6);
    await worker.close();
    expect(done.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'late']);
  });

  it('comes back to a job that failed when its wait is over, without waiting for its next look', async () => {
    const stores = await open();
    const worker = workerOn(stores, systemClock, { pollMs: HOUR });
    const attempts: number[] = [];
    worker.registerJob(
      'write-line',
      async ({ attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) throw new Error('not yet');
      },
      { firstMs: 30 },
    );
    await worker.start();
    await enqueue(stores, named('a'));
    await until(() => attempts.length === 2);
    await worker.close();
  });

  it('tries again with growing waits up to a longest one, then parks the job and counts it', async () => {
    const stores = await open();
    const clock = movingClock();
    const registry = new Registry();
    const worker = workerOn(stores, clock, { metrics: createJobMetrics(registry, stores.main) });
    const started = clock.now().getTime();
    const at: number[] = [];
    worker.registerJob(
      'write-line',
      async () => {
        at.push(clock.now().getTime() - started);
        throw Object.assign(new Error('says Testa Mustermann'), { code: 'UNREACHABLE' });
      },
      { firstMs: 1_000, longestMs: 4_000, maxAttempts: 5 },
    );
    await enqueue(stores, named('a'));
    for (let second = 0; second < 30; second += 1) {
      await worker.runDue();
      clock.advance(1_000);
    }
    expect(at).toEqual([0, 1_000, 3_000, 7_000, 11_000]);
    const [job] = await jobsOf(stores);
    expect(job).toMatchObject({ state: 'FAILED', attempts: 5, lastErrorCode: 'UNREACHABLE', lease: null });
    const metrics = await registry.metrics();
    expect(metrics).toContain('jobs_parked 1');
    expect(metrics).toContain('jobs_total{kind="write-line",outcome="RETRIED"} 4');
    expect(metrics).toContain('jobs_total{kind="write-line",outcome="PARKED"} 1');
  });

  it('removes a job in the transaction of its handler, or with it not at all', async () => {
    const stores = await open();
    const clock = movingClock();
    const worker = workerOn(stores, clock);
    let attempts = 0;
    worker.registerJob('write-line', async (run) => {
      await stores.main.em.fork().transactional(async (em) => {
        await run.completeIn(em);
        await enqueueJob(em, { kind: 'other', payload: {} });
        await em.flush();
        attempts += 1;
        if (attempts === 1) throw new Error('after all was written');
      });
    });
    await enqueue(stores, named('a'));
    await worker.runDue();
    expect((await jobsOf(stores)).map(({ kind }) => kind)).toEqual(['write-line']);
    clock.advance(HOUR);
    await worker.runDue();
    expect((await jobsOf(stores)).map(({ kind }) => kind)).toEqual(['other']);
  });

  it('plants a recurring job once for all processes, and runs it again after its time', async () => {
    const stores = await open();
    const clock = movingClock();
    let runs = 0;
    const workers = [workerOn(stores, clock), workerOn(stores, clock)];
    for (const worker of workers) {
      worker.registerRecurringJob('sweep', HOUR, async () => {
        runs += 1;
      });
      await worker.start();
      await worker.close();
    }
    for (const worker of workers) await worker.runDue();
    expect(runs).toBe(1);
    clock.advance(HOUR);
    for (const worker of workers) await worker.runDue();
    expect(runs).toBe(2);
    expect(await jobsOf(stores)).toHaveLength(1);
  });

  it('gives each job to one of two workers only', async () => {
    const stores = await open();
    const runs = new Map<string, number>();
    const workers = [0, 1].map(() => {
      const worker = workerOn(stores, systemClock, { concurrency: 3 });
      worker.registerJob('write-line', async ({ payload: { name = '' } }) => {
        runs.set(name, (runs.get(name) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, 2));
      });
      return worker;
    });
    const names = Array.from({ length: 60 }, (_, index) => `job-${index}`);
    await enqueue(stores, ...names.map(named));
    await Promise.all(workers.map((worker) => worker.runDue()));
    expect([...runs.values()]).toEqual(names.map(() => 1));
  });

  it('aborts a job whose lease was lost to another worker, and does not record its end', async () => {
    const stores = await open();
    const clock = movingClock();
    const slow = workerOn(stores, clock, { leaseMs: 300 });
    const aborted = new Promise<void>((resolve) => {
      slow.registerJob('write-line', async ({ signal }) => {
        await new Promise((stop) => signal.addEventListener('abort', stop));
        resolve();
      });
    });
    await enqueue(stores, named('a'));
    const running = slow.runDue();
    await until(async () => (await jobsOf(stores))[0]?.lease != null);
    await stores.main.em.fork().nativeUpdate(Job, {}, { lease: '018f0000-0000-7000-8000-000000000000' });
    await aborted;
    await running;
    expect(await jobsOf(stores)).toHaveLength(1);
  });

  it('finishes what runs before it closes, and takes nothing new', async () => {
    const stores = await open();
    const worker = workerOn(stores, systemClock, { concurrency: 1, pollMs: 10 });
    const done: string[] = [];
    let begun = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      begun = resolve;
    });
    worker.registerJob('write-line', async ({ payload: { name = '' } }) => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 50));
      done.push(name);
    });
    await worker.start();
    await enqueue(stores, named('a'), named('b'));
    await first;
    await worker.close();
    expect(done).toHaveLength(1);
    expect(await jobsOf(stores)).toHaveLength(1);
  });

  it('runs the job of a worker that was killed again after its lease', async () => {
    const stores = await open();
    const file = join(stores.dataDir, 'lines');
    const killed = startProcess(stores, file, 60_000);
    await enqueue(stores, named('a'));
    await until(() => linesOf(file).length === 1);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const second = startProcess(stores, file, 0);
    await until(() => linesOf(file).length === 3);
    await until(async () => (await jobsOf(stores)).length === 0);
    second.kill('SIGTERM');
    expect(await once(second, 'exit')).toEqual([0, null]);
    expect(linesOf(file)).toEqual([`begin a ${killed.pid}`, `begin a ${second.pid}`, `end a ${second.pid}`]);
  });

  // SQLite allows one server process (D10).
  if (dialect === 'sqlite') return;
  it('never runs a job in two processes at the same time', async () => {
    const stores = await open();
    const file = join(stores.dataDir, 'lines');
    const names = Array.from({ length: 40 }, (_, index) => `job-${index}`);
    await enqueue(stores, ...names.map(named));
    const children = [startProcess(stores, file, 10, 2), startProcess(stores, file, 10, 2)];
    await until(async () => (await jobsOf(stores)).length === 0);
    for (const child of children) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    const begun = linesOf(file).filter((line) => line.startsWith('begin'));
    expect(begun.map((line) => line.split(' ')[1]).toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(
      [...names].toSorted((a, b) => a.localeCompare(b)),
    );
    expect(new Set(begun.map((line) => line.split(' ')[2])).size).toBe(2);
  });
});
