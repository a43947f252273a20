import { dayOf } from '../../platform/clock/clock.ts';
import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { ReducedOrder } from './reduced-order.entity.ts';

const DAY_MS = 86_400_000;

/** States how often that is done. */
export function registerReducedOrderJobs(worker: JobWorker, core: PrivacyCore): void {
  worker.registerRecurringJob('sweep-reduced-orders', DAY_MS, () => sweepReducedOrders(core));
}

/** Deletes what the books keep of an order when they need not keep it any more; it is about nobody, so no retention rule finds it. */
async function sweepReducedOrders({
  stores,
  registry,
  clock,
}: Pick<PrivacyCore, 'stores' | 'registry' | 'clock'>): Promise<void> {
  const before = dayOf(new Date(clock.now().getTime() - registry.retentionDays.BOOKS * DAY_MS));
  await stores.main.em.fork().nativeDelete(ReducedOrder, { paidOn: { $lt: before } });
}
