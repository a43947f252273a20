import { ownSql } from '../../platform/orm/own-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { readEpochs } from './key-epochs.ts';
import { rotateKeys } from './rotate-keys.ts';

/** How long an epoch is active (D1). */
const EPOCH_DAYS = 30;

/** Rotates if the active epoch is old enough, or an earlier rotation was cut short; answers whether it did. */
export async function rotateKeysWhenDue(
  core: Pick<PrivacyCore, 'stores' | 'provider' | 'clock' | 'bus'>,
): Promise<boolean> {
  const epochs = await readEpochs(ownSql(core.stores.keys).run);
  const oldest = new Date(core.clock.now().getTime() - EPOCH_DAYS * 86_400_000).toISOString();
  const due = epochs.some(({ state, createdAt }) => state === 'RETIRED' || (state === 'ACTIVE' && createdAt <= oldest));
  if (due) await rotateKeys(core);
  return due;
}
