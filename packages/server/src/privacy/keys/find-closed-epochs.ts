import { ownSql } from '../../platform/orm/own-sql.ts';
import type { RunSql } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import { readEpochs } from './key-epochs.ts';
import type { KeyProvider } from './key-provider.ts';

interface Sample {
  readonly id: string;
  readonly subjectId: string;
  readonly wrappedKey: Buffer;
}

/**
 * Finds the epochs of the key store that the key provider does not open, by one key of each: store and provider are not of the same
 * time, or one is another shop's. The active epoch is asked to wrap as well.
 */
export function findClosedEpochs({ stores, provider }: Pick<PrivacyCore, 'stores' | 'provider'>): Promise<number[]> {
  return closedEpochsIn(ownSql(stores.keys).run, provider);
}

/** The same in a key store that is not open as one, such as that of a backup. */
export async function closedEpochsIn(run: RunSql, provider: KeyProvider): Promise<number[]> {
  const closed: number[] = [];
  const sampleOf = async (epoch: number) => {
    const rows = await run<Sample>(
      `select id, subject_id as "subjectId", wrapped_key as "wrappedKey" from subject_key where epoch = ? limit 1`,
      [epoch],
    );
    return rows[0];
  };
  for (const { number: epoch, state } of await readEpochs(run)) {
    const sample = await sampleOf(epoch);
    const opens = await isOpen(async () => {
      if (sample) (await provider.unwrap(epoch, sample.wrappedKey, contextOf(sample))).fill(0);
      if (state === 'ACTIVE') await provider.wrap(epoch, Buffer.alloc(32), { keyId: 'probe', subjectId: 'probe' });
    });
    // A rotation may have moved the key and destroyed the epoch meanwhile.
    if (!opens && ((await sampleOf(epoch)) || (await isActive(run, epoch)))) closed.push(epoch);
  }
  return closed;
}

const contextOf = ({ id, subjectId }: Sample) => ({ keyId: id, subjectId });

async function isActive(run: Parameters<typeof readEpochs>[0], epoch: number): Promise<boolean> {
  return (await readEpochs(run)).some(({ number, state }) => number === epoch && state === 'ACTIVE');
}

async function isOpen(probe: () => Promise<void>): Promise<boolean> {
  try {
    await probe();
    return true;
  } catch (error) {
    if (error instanceof PrivacyError && (error.code === 'EPOCH_GONE' || error.code === 'TAMPERED')) return false;
    throw error;
  }
}
