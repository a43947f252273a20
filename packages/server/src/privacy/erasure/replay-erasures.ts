import type { PrivacyCore } from '../core.ts';
import { cleanTraces } from '../traces/clean-traces.ts';
import { executeErasure } from './erase-subject.ts';
import type { LedgerEntry } from './erasure-ledger.ts';
import { findUndoneErasures } from './find-undone-erasures.ts';
import { commitKnownErasure } from './request-erasure.ts';

/** What a restore had brought back of erased subjects, and is gone again: of how many of them. */
export interface ReplayedErasures {
  readonly rows: number;
  readonly keys: number;
  readonly pseudonyms: number;
}

/** How many erasures are put into the ledger at once. */
const WRITTEN = 500;

/**
 * Carries out again every erasure that one of the stores or the ledger knows to be executed and another does not, because that one was
 * restored from an older copy. What is not in the ledger comes into it. Called at start, before anything is served or sent; idempotent.
 */
export async function replayErasures(core: PrivacyCore): Promise<ReplayedErasures> {
  const replayed = { rows: 0, keys: 0, pseudonyms: 0 };
  const unrecorded: LedgerEntry[] = [];
  for await (const undone of findUndoneErasures(core)) {
    const { subjectId, knownSince, state, hasKey, hasPseudonym } = undone;
    const holds = state !== 'ACTIVE' && knownSince !== null && !hasKey && !hasPseudonym;
    if (state === null || holds) {
      if (!undone.isInLedger) unrecorded.push({ subjectId, at: knownSince ?? core.clock.now().toISOString() });
      if (unrecorded.length >= WRITTEN) core.ledger.append(unrecorded.splice(0));
      // In all stores it held; the ledger alone did not know.
      if (holds && !undone.isInLedger) continue;
    }
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
  core.ledger.append(unrecorded);
  return replayed;
}

/** A main store from before the subject came has nothing of them; a key and a pseudonym may be there. */
async function forgetUnknown(core: PrivacyCore, subjectId: string): Promise<void> {
  await core.keys.destroyKey(subjectId);
  await core.bus.publish('key-destroyed', { subjectId });
  await core.accessLog.forgetSubject(subjectId);
  await cleanTraces(core);
}
