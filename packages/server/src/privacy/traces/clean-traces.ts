import type { SqlEntityManager } from '@mikro-orm/sql';
import { enqueueOnce } from '../../platform/jobs/enqueue-job.ts';
import type { PrivacyCore } from '../core.ts';

/** The job that cleans deleted rows out of the files. */
export const CLEAN_TRACES = 'clean-traces';

/** How long after the first deletion it is done, in ms, so that many deletions in a row cost one. */
export const CLEANED_AFTER_MS = 30_000;

/**
 * Has what was deleted cleaned out of the files of all stores soon (P4.6). With `em`, in its transaction: the last thing in it. May be
 * called for each deletion: it costs a statement, and one that waits is enough.
 */
export async function cleanTraces(core: Pick<PrivacyCore, 'stores' | 'clock'>, em?: SqlEntityManager): Promise<void> {
  const runAt = new Date(core.clock.now().getTime() + CLEANED_AFTER_MS);
  const enqueue = (within: SqlEntityManager) => enqueueOnce(within, { kind: CLEAN_TRACES, runAt });
  await (em ? enqueue(em) : core.stores.main.em.fork().transactional(enqueue));
}
