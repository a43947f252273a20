import type { Logger } from 'pino';
import type { JobWorker } from '../platform/jobs/job-worker.ts';
import { tendCanaries } from './canary/tend-canaries.ts';
import { runControls } from './controls/run-controls.ts';
import type { PrivacyCore } from './core.ts';
import { resumeErasures } from './erasure/resume-erasures.ts';
import { rotateKeysWhenDue } from './keys/rotate-keys-when-due.ts';
import { sweepOrphanKeys } from './keys/sweep-orphan-keys.ts';
import { tellRotation } from './keys/tell-rotation.ts';
import { PrivacyError } from './privacy-error.ts';
import { runRetention } from './retention/run-retention.ts';
import { tellRetention } from './retention/tell-retention.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The first canary is planted once the very first start has settled. */
const CANARY_AFTER_MS = MINUTE_MS;

/** The privacy core's standing work: erasures that were cut short or wait, orphan keys, keys, canaries, retention, controls. */
export function registerPrivacyJobs(worker: JobWorker, core: PrivacyCore, logger: Logger): void {
  worker.registerRecurringJob('resume-erasures', 10 * MINUTE_MS, async () => {
    const { waiting } = await resumeErasures(core);
    // Fails, so that it is logged and comes again sooner.
    if (waiting > 0) throw new PrivacyError('ERASURE_WAITS', `${waiting} erasures wait for what is under way to end.`);
  });
  worker.registerRecurringJob('sweep-orphan-keys', HOUR_MS, async () => void (await sweepOrphanKeys(core)));
  worker.registerRecurringJob('tend-canaries', HOUR_MS, async () => void (await tendCanaries(core)), CANARY_AFTER_MS);
  worker.registerRecurringJob('run-retention', HOUR_MS, async ({ signal }) => {
    tellRetention(logger, await runRetention(core, { signal }));
  });
  worker.registerRecurringJob('run-controls', HOUR_MS, () => runControls(core, logger));
  worker.registerRecurringJob('rotate-keys', 24 * HOUR_MS, async () => {
    const tell = tellRotation(logger);
    const result = await rotateKeysWhenDue(core, { onProgress: tell.progress });
    if (result) tell.done(result);
  });
}
