import type { PrivacyCore } from '../core.ts';
import type { LostKeys } from '../keys/find-lost-keys.ts';
import { executeErasure } from './erase-subject.ts';
import { commitKnownErasure } from './request-erasure.ts';

/** Erases the subjects whose key is lost: their rows can never be opened again, so they are of no use and still about somebody. */
export async function eraseLost(core: PrivacyCore, { lost }: LostKeys): Promise<void> {
  for (const subjectId of lost) {
    await commitKnownErasure(core, subjectId, core.clock.now());
    await executeErasure(core, subjectId);
  }
}
