import type { JobWorker } from '../platform/jobs/job-worker.ts';
import type { PrivacyCore } from './core.ts';
import { resumeErasures } from './erasure/resume-erasures.ts';
import { rotateKeysWhenDue } from './keys/rotate-keys-when-due.ts';
import { sweepOrphanKeys } from './keys/sweep-orphan-keys.ts';

const HOUR_MS = 3_600_000;

/** The privacy core's standing work: erasures that were cut short, orphan keys, the rotation of keys. */
export function registerPrivacyJobs(worker: JobWorker, core: PrivacyCore): void {
  worker.registerRecurringJob('resume-erasures', HOUR_MS, async () => void (await resumeErasures(core)));
  worker.registerRecurringJob('sweep-orphan-keys', HOUR_MS, async () => void (await sweepOrphanKeys(core)));
  worker.registerRecurringJob('rotate-keys', 24 * HOUR_MS, async () => void (await rotateKeysWhenDue(core)));
}
