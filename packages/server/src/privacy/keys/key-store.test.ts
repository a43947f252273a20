import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { ownSql } from '../../platform/orm/own-sql.ts';
import type { SqlRunner } from '../../platform/orm/raw-sql.ts';
import { DataKeyCache } from './data-key-cache.ts';
import type { KeyProvider } from './key-provider.ts';
import { createKeyStore, type KeyStore } from './key-store.ts';
import { createLocalKeyring } from './local-keyring.ts';

describeEachDialect('The key store', (open, dialect) => {
  let stores: TestStores;
  let sql: SqlRunner;
  let provider: KeyProvider;
  let now = 0;
  beforeAll(async () => {
    stores = await open();
    sql = ownSql(stores.keys);
    provider = createLocalKeyring(join(stores.dataDir, 'keyring.json'));
  });
  const openKeyStore = (own: KeyProvider = provider): KeyStore =>
    createKeyStore({ sql, provider: own, cache: new DataKeyCache(() => now), clock: systemClock });
  const secretOf = async (keys: KeyStore, subjectId: string) =>
    (await keys.lease([subjectId])).keyOf(subjectId)?.secret?.export().toString('hex');

  it('gives the same key to everybody, and to nobody once it is destroyed', async () => {
    const [keys, others] = [openKeyStore(), openKeyStore()];
    const subjectId = randomUUID();
    await keys.createKey(subjectId);
    const secret = await secretOf(keys, subjectId);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await secretOf(others, subjectId)).toBe(secret);
    expect(await keys.destroyKey(subjectId)).toEqual({ epoch: 1 });
    expect(await keys.destroyKey(subjectId)).toEqual({ epoch: 1 });
    expect(await secretOf(keys, subjectId)).toBeUndefined();
    expect(await keys.existing([subjectId, randomUUID()])).toEqual(new Set());
  });

  it('stores keys wrapped: neither the database nor the keyring holds one', async () => {
    const keys = openKeyStore();
    const subjectId = randomUUID();
    await keys.createKey(subjectId);
    const secret = Buffer.from((await secretOf(keys, subjectId)) ?? '', 'hex');
    const [row] = await sql.run<{ wrapped_key: Buffer }>('select wrapped_key from subject_key where subject_id = ?', [
      subjectId,
    ]);
    expect(row?.wrapped_key.includes(secret)).toBe(false);
    expect(readFileSync(join(stores.dataDir, 'keyring.json'), 'utf8')).not.toContain(secret.toString('base64'));
  });

  it('notices a wrapped key that was put in the place of another', async () => {
    const keys = openKeyStore();
    const [mine, other] = [randomUUID(), randomUUID()];
    for (const subjectId of [mine, other]) await keys.createKey(subjectId);
    await sql.run(
      'update subject_key set wrapped_key = (select wrapped_key from subject_key where subject_id = ?) where subject_id = ?',
      [mine, other],
    );
    await expect(openKeyStore().lease([other])).rejects.toMatchObject({ code: 'TAMPERED' });
  });

  it('keeps a key in memory for less than a minute', async () => {
    const keys = openKeyStore();
    const subjectId = randomUUID();
    await keys.createKey(subjectId);
    const key = (await keys.lease([subjectId])).keyOf(subjectId);
    now += 54_000;
    expect((await keys.lease([subjectId])).keyOf(subjectId)).toBe(key);
    now += 2_000;
    expect((await keys.lease([subjectId])).keyOf(subjectId)).not.toBe(key);
    expect(key).toMatchObject({ state: 'EXPIRED', secret: null });
  });

  it('takes an evicted key from leases that were given out', async () => {
    const keys = openKeyStore();
    const subjectId = randomUUID();
    await keys.createKey(subjectId);
    const lease = await keys.lease([subjectId]);
    const key = lease.keyOf(subjectId);
    keys.evict(subjectId);
    expect(lease.has(subjectId)).toBe(false);
    expect(key).toMatchObject({ state: 'DESTROYED', secret: null });
  });

  it('keeps nothing of a key that was destroyed while it was being loaded', async () => {
    const keys = openKeyStore();
    const subjectId = randomUUID();
    await keys.createKey(subjectId);
    const [unwrapped, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reader = openKeyStore({
      ...provider,
      unwrap: async (...args) => {
        const secret = await provider.unwrap(...args);
        unwrapped.resolve();
        await goOn.promise;
        return secret;
      },
    });
    const loading = reader.lease([subjectId]);
    await unwrapped.promise;
    await keys.destroyKey(subjectId);
    reader.evict(subjectId);
    goOn.resolve();
    expect((await loading).has(subjectId)).toBe(false);
    expect((await reader.lease([subjectId])).has(subjectId)).toBe(false);
  });

  it('loads what many ask for at once with one statement', async () => {
    const keys = openKeyStore();
    const subjects = Array.from({ length: 20 }, () => randomUUID());
    for (const subjectId of subjects) await keys.createKey(subjectId);
    let statements = 0;
    const counting: SqlRunner = {
      dialect,
      transaction: (work) => sql.transaction(work),
      run: (text, parameters) => {
        statements += 1;
        return sql.run(text, parameters);
      },
    };
    const cold = createKeyStore({ sql: counting, provider, cache: new DataKeyCache(), clock: systemClock });
    const lease = await cold.lease(subjects);
    expect(subjects.every((subjectId) => lease.has(subjectId))).toBe(true);
    expect(statements).toBe(1);
  });
});
