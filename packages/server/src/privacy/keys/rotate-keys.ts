import { ownSql } from '../../platform/orm/own-sql.ts';
import type { SqlRunner } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import { beginEpoch, destroyEpoch, ensureActiveEpoch, readEpochs } from './key-epochs.ts';

/** How far a rotation is. */
export interface RotationProgress {
  /** The epoch that keys move to. */
  readonly epoch: number;
  readonly rewrapped: number;
  readonly total: number;
}

/** What a rotation did. */
export interface RotationResult extends RotationProgress {
  /** The epochs destroyed, and when that is or becomes final (D1). */
  readonly destroyed: readonly { readonly epoch: number; readonly finalAt: Date }[];
}

const BATCH = 200;

interface WrappedRow {
  readonly id: string;
  readonly subjectId: string;
  readonly wrappedKey: Buffer;
  readonly generation: number;
}

/**
 * Begins a new epoch, re-wraps the keys of all living subjects under it in batches, and destroys the epochs that no key is left in
 * (D1). The server goes on meanwhile, and several rotations may meet. A rotation that was killed is taken up by the next call,
 * which then begins no epoch of its own.
 */
export async function rotateKeys(
  core: Pick<PrivacyCore, 'stores' | 'provider' | 'clock' | 'bus'>,
  options: { onProgress?: (progress: RotationProgress) => void | Promise<void> } = {},
): Promise<RotationResult> {
  const sql = ownSql(core.stores.keys);
  const active = await ensureActiveEpoch(sql, core.provider, core.clock.now());
  const unfinished = (await readEpochs(sql.run)).some(({ state }) => state === 'RETIRED');
  const epoch = unfinished ? active : await beginEpoch(sql, core.provider, core.clock.now(), active);
  await core.bus.publish('key-epoch-changed', { epoch });

  const retired = (await readEpochs(sql.run)).filter(({ state }) => state === 'RETIRED').map(({ number }) => number);
  const total = await countKeys(sql, retired);
  let rewrapped = 0;
  const destroyed: { epoch: number; finalAt: Date }[] = [];
  for (const old of retired) {
    for (;;) {
      const count = await rewrapBatch(core, sql, old, epoch);
      if (count === 0) break;
      rewrapped += count;
      await options.onProgress?.({ epoch, rewrapped, total });
    }
    const finalAt = await destroyEpoch(sql, core.provider, old);
    if (finalAt) destroyed.push({ epoch: old, finalAt });
  }
  await core.bus.publish('key-epoch-changed', { epoch });
  return { epoch, rewrapped, total, destroyed };
}

async function countKeys(sql: SqlRunner, epochs: readonly number[]): Promise<number> {
  let total = 0;
  for (const epoch of epochs) {
    const [row] = await sql.run<{ keys: number | string }>('select count(*) as keys from subject_key where epoch = ?', [
      epoch,
    ]);
    total += Number(row?.keys ?? 0);
  }
  return total;
}

/** Answers how many keys the batch found; a key erased or re-wrapped by another meanwhile is left alone. */
async function rewrapBatch(
  { provider }: Pick<PrivacyCore, 'provider'>,
  sql: SqlRunner,
  from: number,
  to: number,
): Promise<number> {
  const rows = await sql.run<WrappedRow>(
    `select id, subject_id as "subjectId", wrapped_key as "wrappedKey", generation
     from subject_key where epoch = ? order by id limit ${BATCH}`,
    [from],
  );
  for (const row of rows) {
    const context = { keyId: row.id, subjectId: row.subjectId };
    const secret = await provider.unwrap(from, row.wrappedKey, context).catch((error: unknown) => {
      if (error instanceof PrivacyError && error.code === 'EPOCH_GONE') return null;
      throw error;
    });
    // Gone, because another rotation has moved this key and destroyed the epoch.
    if (!secret) continue;
    const wrapped = await provider.wrap(to, secret, context);
    secret.fill(0);
    await sql.run(
      'update subject_key set wrapped_key = ?, epoch = ?, generation = generation + 1 where id = ? and generation = ?',
      [wrapped, to, row.id, row.generation],
    );
  }
  return rows.length;
}
