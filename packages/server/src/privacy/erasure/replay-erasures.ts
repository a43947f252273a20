import type { PrivacyCore } from '../core.ts';
import { cleanTraces } from '../traces/clean-traces.ts';
import { executeErasure } from './erase-subject.ts';
import { findUndoneErasures } from './find-undone-erasures.ts';
import { commitKnownErasure } from './request-erasure.ts';

/** What a restore had brought back of erased subjects, and is gone again: of how many of them. */
export interface ReplayedErasures {
  readonly rows: number;
  readonly keys: number;
  readonly pseudonyms: number;
}

/**
 * Carries out again every erasure that one of the stores knows to be executed and another does not, because that one was restored
 * from an older copy. Called at start, before anything is served or sent; idempotent.
 */
export async function replayErasures(core: PrivacyCore): Promise<ReplayedErasures> {
  const replayed = { rows: 0, keys: 0, pseudonyms: 0 };
  for await (const { subjectId, knownSince, state, hasKey, hasPseudonym } of findUndoneErasures(core)) {
    if (state === null) await forgetUnknown(core, subjectId);
    else {
      if (state === 'ACTIVE') {
        await commitKnownErasure(core, subjectId, knownSince ? new Date(knownSince) : core.clock.now());
      }
      await executeErasure(core, subjectId);
    }
    if (state === 'ACTIVE') replayed.rows += 1;
    if (hasKey) replayed.keys += 1;
    if (hasPseudonym) replayed.pseudonyms += 1;
  }
  return replayed;
}

/** A main store from before the subject came has nothing of them; a key and a pseudonym may be there. */
async function forgetUnknown(core: PrivacyCore, subjectId: string): Promise<void> {
  await core.keys.destroyKey(subjectId);
  await core.bus.publish('key-destroyed', { subjectId });
  await core.accessLog.forgetSubject(subjectId);
  await cleanTraces(core);
}
