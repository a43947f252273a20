import { ownSql } from '../../platform/orm/own-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { readEpochs } from './key-epochs.ts';
import { EPOCH_DAYS } from './rotate-keys-when-due.ts';

const DAY_MS = 86_400_000;

/** When no copy of a key can be opened any more (D1). */
export interface FinalMoment {
  /** Before it has come, the latest that it is expected, if keys are rotated in time. */
  readonly at: Date;
  readonly isFinal: boolean;
}

/** When an erasure is or will be final whose key was last wrapped by an epoch. */
export async function finalMomentOf(core: Pick<PrivacyCore, 'stores' | 'clock'>, epoch: number): Promise<FinalMoment> {
  const now = core.clock.now();
  const epochs = await readEpochs(ownSql(core.stores.keys).run);
  const own = epochs.find(({ number }) => number === epoch);
  if (own?.state === 'DESTROYED' && own.destroyedAt) {
    const at = new Date(own.destroyedAt);
    return { at, isFinal: at <= now };
  }
  return { at: rotationAfter(own?.createdAt ?? now.toISOString(), now), isFinal: false };
}

/** By when an erasure would be final that is executed at a moment to come. */
export async function expectedFinalMoment({ stores }: Pick<PrivacyCore, 'stores'>, executedAt: Date): Promise<Date> {
  const active = (await readEpochs(ownSql(stores.keys).run)).find(({ state }) => state === 'ACTIVE');
  return rotationAfter(active?.createdAt ?? executedAt.toISOString(), executedAt);
}

/** The first rotation after a moment, with the day that may pass until it is looked whether one is due. */
function rotationAfter(createdAt: string, moment: Date): Date {
  const epochMs = EPOCH_DAYS * DAY_MS;
  const begun = Date.parse(createdAt);
  const epochs = Math.max(1, Math.ceil((moment.getTime() - begun) / epochMs));
  return new Date(begun + epochs * epochMs + DAY_MS);
}
