import { randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/clock/clock.ts';
import { placeholders, type SqlRunner } from '../../platform/orm/raw-sql.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { PrivacyError } from '../privacy-error.ts';
import { type DataKey, KeyLease } from './data-key.ts';
import type { DataKeyCache } from './data-key-cache.ts';
import { ensureActiveEpoch } from './key-epochs.ts';
import type { KeyProvider, WrapContext } from './key-provider.ts';

/** The wrapped data keys of subjects, in a store of their own. */
export interface KeyStore {
  /** Makes and commits the key of a new subject (D3: before the main transaction). */
  createKey(subjectId: string): Promise<void>;
  /** Loads the keys of subjects; those whose key is gone are not in the lease. */
  lease(subjectIds: Iterable<string>): Promise<KeyLease>;
  /** Which of the subjects have a key; nothing is unwrapped. */
  existing(subjectIds: Iterable<string>): Promise<Set<string>>;
  /** Deletes the key of an erased subject and keeps on record that it did; answers the epoch that last wrapped it. Idempotent. */
  destroyKey(subjectId: string): Promise<{ epoch: number }>;
  /** Deletes a key that never had a subject. There is nothing to keep on record: it was nobody's. */
  dropOrphan(subjectId: string): Promise<void>;
  /** Takes a subject's key out of the memory of this process, from those who hold a lease too. */
  evict(subjectId: string): void;
  /** Overwrites all keys in memory. */
  close(): void;
}

/** What the key store works with. */
export interface KeyStoreParts {
  readonly sql: SqlRunner;
  readonly provider: KeyProvider;
  readonly cache: DataKeyCache;
  readonly clock: Clock;
}

interface WrappedRow {
  readonly id: string;
  readonly subjectId: string;
  readonly wrappedKey: Buffer;
  readonly epoch: number;
  readonly generation: number;
}

/** How many ids go into one statement. */
const BATCH = 500;

/** The key store on its database. */
export function createKeyStore(parts: KeyStoreParts): KeyStore {
  const { sql, cache } = parts;
  const active: ActiveEpoch = { number: null };
  return {
    createKey: (subjectId) => createKey(parts, active, subjectId),
    lease: (subjectIds) => lease(parts, new Set(subjectIds)),
    existing: (subjectIds) => existing(parts, new Set(subjectIds)),
    destroyKey: async (subjectId) => {
      const epoch = await destroyKey(parts, subjectId);
      cache.evict(subjectId);
      return { epoch };
    },
    dropOrphan: async (subjectId) => {
      await sql.run('delete from subject_key where subject_id = ?', [subjectId]);
      cache.evict(subjectId);
    },
    evict: (subjectId) => cache.evict(subjectId),
    close: () => cache.close(),
  };
}

/** The epoch that was active when last looked at; a key is only inserted if it still is. */
interface ActiveEpoch {
  number: number | null;
}

async function createKey(parts: KeyStoreParts, active: ActiveEpoch, subjectId: string): Promise<void> {
  const { sql, provider, cache, clock } = parts;
  const keyId = newId();
  const secret = randomBytes(32);
  const mark = cache.mark(subjectId);
  let gone: number | null = null;
  for (;;) {
    active.number ??= await ensureActiveEpoch(sql, provider, clock.now());
    const epoch = active.number;
    if (epoch === gone) {
      active.number = null;
      throw new PrivacyError(
        'EPOCH_GONE',
        `The key provider has no epoch ${epoch}, which the key store says is active.`,
      );
    }
    const wrapped = await wrapUnlessGone(provider, epoch, secret, { keyId, subjectId });
    if (!wrapped) {
      gone = epoch;
      active.number = null;
      continue;
    }
    // Only under an epoch that is active at this very moment: a rotation that retires it meanwhile waits for this row, or this
    // waits for the rotation and finds nothing.
    const rows = await sql.run(
      `insert into subject_key (id, subject_id, wrapped_key, epoch, generation, created_at)
       select ${sql.dialect === 'postgresql' ? '?::uuid, ?::uuid, ?::bytea, number, 0, ?' : '?, ?, ?, number, 0, ?'}
       from key_epoch where number = ? and state = 'ACTIVE' ${sql.dialect === 'postgresql' ? 'for share' : ''}
       returning id`,
      [keyId, subjectId, wrapped, clock.now().toISOString(), epoch],
    );
    if (rows.length === 0) {
      active.number = null;
      continue;
    }
    cache.put({ keyId, subjectId, generation: 0, secret }, mark);
    return;
  }
}

/** The stale epoch of a process that slept through a rotation may be destroyed; null then. */
async function wrapUnlessGone(provider: KeyProvider, epoch: number, secret: Buffer, context: WrapContext) {
  try {
    return await provider.wrap(epoch, secret, context);
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'EPOCH_GONE') return null;
    throw error;
  }
}

/**
 * Deletes the key and records it in one transaction. If the key is gone already, with no record, the newest epoch stands for the one
 * that wrapped it, and of two the later one: an erasure may be called final later than it is, never earlier (D1).
 */
function destroyKey({ sql, clock }: KeyStoreParts, subjectId: string): Promise<number> {
  return sql.transaction(async (run) => {
    const [key] = await run<{ epoch: number }>('delete from subject_key where subject_id = ? returning epoch', [
      subjectId,
    ]);
    const [known] = await run<{ epoch: number }>('select epoch from destroyed_key where subject_id = ?', [subjectId]);
    const [newest] = await run<{ epoch: number | null }>('select max(number) as epoch from key_epoch');
    const epoch = Math.max(key?.epoch ?? 0, known?.epoch ?? 0) || (newest?.epoch ?? 0);
    await run(
      `insert into destroyed_key (subject_id, epoch, destroyed_at) values (?, ?, ?)
       on conflict (subject_id) do update set epoch = excluded.epoch`,
      [subjectId, epoch, clock.now().toISOString()],
    );
    return epoch;
  });
}

async function lease(parts: KeyStoreParts, subjectIds: ReadonlySet<string>): Promise<KeyLease> {
  const keys = new Map<string, DataKey>();
  const missing: string[] = [];
  for (const subjectId of subjectIds) {
    const key = parts.cache.get(subjectId);
    if (key) keys.set(subjectId, key);
    else missing.push(subjectId);
  }
  for (let start = 0; start < missing.length; start += BATCH) {
    for (const key of await load(parts, missing.slice(start, start + BATCH))) keys.set(key.subjectId, key);
  }
  return new KeyLease(keys);
}

async function load(parts: KeyStoreParts, subjectIds: readonly string[]): Promise<DataKey[]> {
  const marks = new Map(subjectIds.map((subjectId) => [subjectId, parts.cache.mark(subjectId)]));
  const rows = await readRows(parts.sql, subjectIds);
  const keys = await Promise.all(
    rows.map(async (row) => {
      const { row: present, secret } = await unwrap(parts, row);
      const { id: keyId, subjectId, generation } = present;
      return parts.cache.put({ keyId, subjectId, generation, secret }, marks.get(subjectId) ?? 0);
    }),
  );
  return keys.filter((key) => key !== null);
}

/** A rotation may destroy the epoch between the reading of the row and its unwrapping: then the row is newer, and read again. */
async function unwrap({ sql, provider }: KeyStoreParts, row: WrappedRow): Promise<{ row: WrappedRow; secret: Buffer }> {
  const context = { keyId: row.id, subjectId: row.subjectId };
  try {
    return { row, secret: await provider.unwrap(row.epoch, row.wrappedKey, context) };
  } catch (error) {
    if (!(error instanceof PrivacyError) || error.code !== 'EPOCH_GONE') throw error;
    const [newer] = await readRows(sql, [row.subjectId]);
    if (!newer || newer.generation === row.generation) throw error;
    return { row: newer, secret: await provider.unwrap(newer.epoch, newer.wrappedKey, context) };
  }
}

function readRows(sql: SqlRunner, subjectIds: readonly string[]): Promise<WrappedRow[]> {
  return sql.run<WrappedRow>(
    `select id, subject_id as "subjectId", wrapped_key as "wrappedKey", epoch, generation
     from subject_key where subject_id in ${placeholders(subjectIds.length)}`,
    subjectIds,
  );
}

async function existing({ sql, cache }: KeyStoreParts, subjectIds: ReadonlySet<string>): Promise<Set<string>> {
  const found = new Set([...subjectIds].filter((subjectId) => cache.get(subjectId)));
  const asked = [...subjectIds].filter((subjectId) => !found.has(subjectId));
  for (let start = 0; start < asked.length; start += BATCH) {
    const batch = asked.slice(start, start + BATCH);
    const rows = await sql.run<{ id: string }>(
      `select subject_id as id from subject_key where subject_id in ${placeholders(batch.length)}`,
      batch,
    );
    for (const { id } of rows) found.add(id);
  }
  return found;
}
