import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import type { JobRun } from '../../platform/jobs/job-run.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';

/** How long until a mail of somebody under restriction is tried again. */
const AGAIN_AFTER_MS = 3_600_000;

/**
 * Does the work of a mail job, unless its reader has had their data restricted: then the job is put off by an hour, as often as it takes. A mail
 * that waits so is not lost and not a failure; it goes when the restriction is lifted, or with its rows.
 */
export async function waitForLift(
  core: PrivacyCore,
  kind: string,
  run: JobRun,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PrivacyError && error.code === 'RESTRICTED')) throw error;
    await core.stores.main.em.fork().transactional(async (em) => {
      await run.completeIn(em);
      const runAt = new Date(core.clock.now().getTime() + AGAIN_AFTER_MS);
      await enqueueJob(em, { kind, payload: run.payload, runAt });
    });
  }
}
