import { ownSql } from '../../platform/orm/own-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { readEpochs } from './key-epochs.ts';
import { type RotationProgress, type RotationResult, rotateKeys } from './rotate-keys.ts';

/** How long an epoch is active (D1). */
export const EPOCH_DAYS = 30;

/** Rotates if the active epoch is old enough, or an earlier rotation was cut short; answers what it did, or null if nothing was due. */
export async function rotateKeysWhenDue(
  core: Pick<PrivacyCore, 'stores' | 'provider' | 'clock' | 'bus'>,
  options: { onProgress?: (progress: RotationProgress) => void } = {},
): Promise<RotationResult | null> {
  const epochs = await readEpochs(ownSql(core.stores.keys).run);
  const oldest = new Date(core.clock.now().getTime() - EPOCH_DAYS * 86_400_000).toISOString();
  const due = epochs.some(({ state, createdAt }) => state === 'RETIRED' || (state === 'ACTIVE' && createdAt <= oldest));
  return due ? rotateKeys(core, options) : null;
}
