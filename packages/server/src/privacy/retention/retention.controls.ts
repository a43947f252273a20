import type { PrivacyCore } from '../core.ts';
import { findOverdueRules } from './find-overdue-rules.ts';
import { RetentionRun } from './retention-run.entity.ts';
import { hasFailed } from './run-tally.ts';

/** How long (ms) after the end of a run, or after a process was opened, the next one must have ended. */
const LATEST_MS = 3 * 3_600_000;

/** Watches that what is due goes (P4.5): that the rules are run, that none fails, and that nothing is left of what was due a day ago. */
export function registerRetentionControls(core: Pick<PrivacyCore, 'registry' | 'stores' | 'clock'>): void {
  const { registry, stores, clock } = core;
  // A shop that was closed for a while gets the time to catch up.
  const openedAt = clock.now().getTime();
  registry.registerControl({
    name: 'retention',
    clause: 'P4.5',
    check: async () => {
      const [last] = await stores.main.em
        .fork()
        .find(RetentionRun, { finishedAt: { $ne: null } }, { orderBy: { finishedAt: 'desc' }, limit: 1 });
      const since = Math.max(last?.finishedAt?.getTime() ?? 0, openedAt);
      const hours = Math.floor((clock.now().getTime() - since) / 3_600_000);
      if (clock.now().getTime() - since > LATEST_MS) {
        return { state: 'RED', finding: `No run of the retention rules has ended for ${hours} hours.` };
      }
      if (last && hasFailed(last.rules)) {
        const failed = last.rules.filter(({ errorCode }) => errorCode !== null);
        const told = failed.map(({ name, failed: count, errorCode }) => `${name} (${count}, ${errorCode})`);
        return { state: 'RED', finding: `The last run of the retention rules failed in part: ${told.join(', ')}.` };
      }
      const overdue = await findOverdueRules(core);
      return overdue.length === 0
        ? { state: 'GREEN', finding: 'What was due a day ago is gone.' }
        : { state: 'RED', finding: `Due for longer than a day and still there: ${overdue.join(', ')}.` };
    },
  });
}
