import { Gauge, type Registry } from 'prom-client';
import type { PrivacyCore } from '../core.ts';
import { RetentionRun } from './retention-run.entity.ts';

/**
 * `retention_subjects{rule,outcome}`, what the last run found due and what became of it, and `retention_finished_timestamp_seconds`. They come
 * from the store, so that every process tells the same, whichever ran the rules.
 */
export function createRetentionMetrics(metrics: Registry, { stores }: Pick<PrivacyCore, 'stores'>): void {
  const when = new Gauge({
    name: 'retention_finished_timestamp_seconds',
    help: 'When the last run of the retention rules ended, in seconds since 1970',
    registers: [],
  });
  const subjects = new Gauge({
    name: 'retention_subjects',
    help: 'Subjects whom the last run of the retention rules found due, and what became of them',
    labelNames: ['rule', 'outcome'],
    registers: [],
    async collect() {
      const [last] = await stores.main.em
        .fork()
        .find(RetentionRun, { finishedAt: { $ne: null } }, { orderBy: { finishedAt: 'desc' }, limit: 1 });
      this.reset();
      if (!last) return;
      when.set((last.finishedAt?.getTime() ?? 0) / 1000);
      for (const { name: rule, ...tally } of last.rules) {
        for (const outcome of ['due', 'done', 'held', 'failed'] as const) this.set({ rule, outcome }, tally[outcome]);
      }
    },
  });
  // In this order: collecting the first fills the second.
  metrics.registerMetric(subjects);
  metrics.registerMetric(when);
}
