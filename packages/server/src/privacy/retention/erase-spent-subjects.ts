import { setImmediate as nextTurn } from 'node:timers/promises';
import { errorCodeOf } from '../../platform/jobs/job-error-code.ts';
import type { PrivacyCore } from '../core.ts';
import { executeErasure } from '../erasure/erase-subject.ts';
import { commitSpentErasures } from '../erasure/request-erasure.ts';
import { lockLivingSubjects } from '../subjects/lock-living-subjects.ts';
import { findSpentSubjects, spentAmong } from './find-spent-subjects.ts';
import { BATCH, type RetentionOptions } from './retention-options.ts';
import type { RunProgress } from './run-progress.ts';

/** What subjects of whom nothing is left are called in the record of a run. */
export const SPENT_SUBJECTS = 'subjects of whom nothing is left';

/**
 * Erases the subjects of whom retention has left nothing: their key, their pseudonym in the log and their tie to anything go by the
 * protocol of every erasure, and only the tombstone stays (P4.6). The intents of a batch are committed together; what a kill leaves
 * after that is executed by `resumeErasures` at the next start.
 */
export async function eraseSpentSubjects(
  core: PrivacyCore,
  progress: RunProgress,
  { signal, onStep }: RetentionOptions,
): Promise<void> {
  await progress.record({ rule: SPENT_SUBJECTS });
  for await (const found of findSpentSubjects(core)) {
    signal?.throwIfAborted();
    for (let at = 0; at < found.length; at += BATCH) {
      const intended = await intend(core, progress, found.slice(at, at + BATCH));
      await onStep?.('SPENT');
      for (const id of intended) {
        await execute(core, progress, id);
        await nextTurn();
      }
    }
    await nextTurn();
  }
}

function intend(core: PrivacyCore, progress: RunProgress, ids: readonly string[]): Promise<string[]> {
  return progress.inBatch(async (em) => {
    const locked = [...(await lockLivingSubjects(em, ids))];
    const spent = await spentAmong(core.registry, em, locked);
    await commitSpentErasures(em, spent, progress.now);
    return { step: { rule: SPENT_SUBJECTS, due: spent.length, done: spent.length }, result: spent };
  });
}

async function execute(core: PrivacyCore, progress: RunProgress, id: string): Promise<void> {
  try {
    await executeErasure(core, id);
  } catch (error) {
    // It is tried again within minutes, as any erasure.
    await progress.record({ rule: SPENT_SUBJECTS, done: -1, failed: 1, errorCode: errorCodeOf(error) });
  }
}
