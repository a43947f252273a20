import { Gauge, type Registry } from 'prom-client';
import type { PrivacyCore } from '../core.ts';
import { ControlOutcome } from './control-outcome.entity.ts';

/**
 * `privacy_control{name,clause}`, 1 for green and 0 for red, and `privacy_control_checked_timestamp_seconds{name}`. They come from the
 * store, so that every process tells the same, whichever ran the controls.
 */
export function createControlMetrics(metrics: Registry, { stores }: Pick<PrivacyCore, 'stores'>): void {
  const when = new Gauge({
    name: 'privacy_control_checked_timestamp_seconds',
    help: 'When a control was last run, in seconds since 1970',
    labelNames: ['name'],
    registers: [],
  });
  const state = new Gauge({
    name: 'privacy_control',
    help: 'Whether a promise of the privacy policy was found kept: 1 green, 0 red',
    labelNames: ['name', 'clause'],
    registers: [],
    async collect() {
      const outcomes = await stores.main.em.fork().find(ControlOutcome, {});
      this.reset();
      when.reset();
      for (const { name, clause, state: found, checkedAt } of outcomes) {
        this.set({ name, clause }, found === 'GREEN' ? 1 : 0);
        when.set({ name }, checkedAt.getTime() / 1000);
      }
    },
  });
  // In this order: collecting the first fills the second.
  metrics.registerMetric(state);
  metrics.registerMetric(when);
}
