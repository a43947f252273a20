import type { RunSql, SqlRunner } from '../../platform/orm/raw-sql.ts';
import type { KeyEpochState } from './key-epoch.entity.ts';
import type { KeyProvider } from './key-provider.ts';

/** An epoch as the key store knows it. */
export interface EpochRow {
  readonly number: number;
  readonly state: KeyEpochState;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly destroyedAt: string | null;
}

/** Names the one lock under which epochs are made and retired, among all processes. */
const EPOCH_LOCK = 7_268_301;

/** All epochs, oldest first. */
export function readEpochs(run: RunSql): Promise<EpochRow[]> {
  return run<EpochRow>(
    `select number, state, created_at as "createdAt", destroyed_at as "destroyedAt" from key_epoch order by number`,
  );
}

/** The number of the active epoch, which is made if there is none yet. */
export async function ensureActiveEpoch(sql: SqlRunner, provider: KeyProvider, now: Date): Promise<number> {
  const active = (await readEpochs(sql.run)).find(({ state }) => state === 'ACTIVE');
  return active ? active.number : beginEpoch(sql, provider, now, null);
}

/**
 * Makes the next epoch the active one and retires the present one, unless another process has just done so.
 * @param expected the epoch that the caller saw active, or null for none.
 */
export function beginEpoch(sql: SqlRunner, provider: KeyProvider, now: Date, expected: number | null): Promise<number> {
  return sql.transaction(async (run) => {
    await lockEpochs(sql, run);
    const epochs = await readEpochs(run);
    const active = epochs.find(({ state }) => state === 'ACTIVE');
    if (active && active.number !== expected) return active.number;
    const next = (epochs.at(-1)?.number ?? 0) + 1;
    // Before the row: an epoch that the store knows can always wrap. Made twice after a crash, it is the same one.
    await provider.createEpoch(next);
    await run(`update key_epoch set state = 'RETIRED' where state = 'ACTIVE'`);
    await run(`insert into key_epoch (number, state, created_at, destroyed_at) values (?, 'ACTIVE', ?, null)`, [
      next,
      now.toISOString(),
    ]);
    return next;
  });
}

/**
 * Destroys a retired epoch that no key is left in; answers when that is final, or null if keys are left or it is destroyed already.
 * A crash after the provider's part leaves it retired, and it is destroyed again.
 */
export function destroyEpoch(sql: SqlRunner, provider: KeyProvider, epoch: number): Promise<Date | null> {
  return sql.transaction(async (run) => {
    await lockEpochs(sql, run);
    const row = (await readEpochs(run)).find(({ number }) => number === epoch);
    const [left] = await run('select 1 from subject_key where epoch = ? limit 1', [epoch]);
    if (row?.state !== 'RETIRED' || left) return null;
    const finalAt = await provider.destroyEpoch(epoch);
    await run(`update key_epoch set state = 'DESTROYED', destroyed_at = ? where number = ?`, [
      finalAt.toISOString(),
      epoch,
    ]);
    return finalAt;
  });
}

/** Holds off every other maker of epochs until the end of the transaction. */
async function lockEpochs(sql: SqlRunner, run: RunSql): Promise<void> {
  if (sql.dialect === 'postgresql') await run('select pg_advisory_xact_lock(?)', [EPOCH_LOCK]);
  else await run('update key_epoch set state = state where number = 0');
}
