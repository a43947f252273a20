import { Counter, Gauge, type Registry } from 'prom-client';
import type { Store } from '../orm/store.ts';
import type { JobOutcome } from './finish-job.ts';
import { Job } from './job.entity.ts';

/** Counts what becomes of jobs. */
export interface JobMetrics {
  count(kind: string, outcome: JobOutcome): void;
}

/** `jobs_total{kind,outcome}` and `jobs_parked`, the number of jobs that a person must look at. */
export function createJobMetrics(registry: Registry, store: Store): JobMetrics {
  const total = new Counter({
    name: 'jobs_total',
    help: 'Attempts at jobs by how they ended',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  new Gauge({
    name: 'jobs_parked',
    help: 'Jobs given up after their last attempt',
    registers: [registry],
    async collect() {
      this.set(await store.em.fork().count(Job, { state: 'FAILED' }));
    },
  });
  return { count: (kind, outcome) => total.inc({ kind, outcome }) };
}
