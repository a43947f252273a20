import type { Shop } from '../../src/app/shop.ts';
import { Job } from '../../src/platform/jobs/job.entity.ts';

/** Does what is due and puts off what comes back by itself, so that rows can be counted before and after. */
export async function letJobsRest({ jobs, core }: Shop): Promise<void> {
  await jobs.runDue();
  const tomorrow = new Date(core.clock.now().getTime() + 86_400_000);
  await core.stores.main.em.fork().nativeUpdate(Job, { state: 'QUEUED' }, { runAt: tomorrow });
}
