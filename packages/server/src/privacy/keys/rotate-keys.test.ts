import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { loadLetter, openAsMail, openTestCore, TESTA, writeLetter } from '../../../test/privacy/open-test-core.ts';
import { spawnCore } from '../../../test/privacy/spawn-core.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { ownSql } from '../../platform/orm/own-sql.ts';
import type { RunSql } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { eraseSubject } from '../erasure/erase-subject.ts';
import { DataKeyCache } from './data-key-cache.ts';
import { beginEpoch, destroyEpoch, readEpochs } from './key-epochs.ts';
import type { KeyProvider } from './key-provider.ts';
import { createKeyStore } from './key-store.ts';
import { type RotationProgress, rotateKeys } from './rotate-keys.ts';
import { rotateKeysWhenDue } from './rotate-keys-when-due.ts';

describeEachDialect('The rotation of keys', (open, dialect) => {
  let stores: TestStores;
  let core: PrivacyCore;
  beforeAll(async () => {
    stores = await open({ entities: [LetterSchema] });
    core = await openTestCore(stores);
  });
  afterAll(() => core.bus.close());

  const keyring = () =>
    JSON.parse(readFileSync(join(stores.dataDir, 'keyring.json'), 'utf8')) as { epochs: Record<string, string> };
  const states = async () => (await readEpochs(ownSql(core.stores.keys).run)).map(({ state }) => state);
  /** What a process would find that has no key in its memory. */
  async function openedAnew(letterId: string): Promise<string> {
    const { provider, clock } = core;
    const keys = createKeyStore({ sql: ownSql(stores.keys), provider, cache: new DataKeyCache(), clock });
    const text = await openAsMail({ ...core, keys }, (await loadLetter(core, letterId)).email);
    keys.close();
    return text;
  }

  it('re-wraps every key, destroys the old epoch for good, and every value still opens', async () => {
    const letters = [];
    for (let i = 0; i < 5; i += 1) letters.push(await writeLetter(core));
    const erased = await writeLetter(core);
    await eraseSubject(core, erased.subjectId);
    const before = keyring().epochs;
    const progress: RotationProgress[] = [];
    const result = await rotateKeys(core, { onProgress: (step) => void progress.push(step) });
    expect(result).toMatchObject({ epoch: 2, rewrapped: 5, total: 5, destroyed: [{ epoch: 1 }] });
    expect(progress).toEqual([{ epoch: 2, rewrapped: 5, total: 5 }]);
    expect(await states()).toEqual(['DESTROYED', 'ACTIVE']);
    expect(Object.keys(keyring().epochs)).toEqual(['2']);
    expect(readFileSync(join(stores.dataDir, 'keyring.json'), 'utf8')).not.toContain(before['1']);
    expect(statSync(join(stores.dataDir, 'keyring.json')).mode & 0o777).toBe(0o600);
    for (const { id } of letters) expect(await openedAnew(id)).toBe(TESTA.email);
  });

  it('goes on while others write: everything written meanwhile opens, before and after', async () => {
    const letters: { id: string }[] = [];
    for (let i = 0; i < 30; i += 1) letters.push(await writeLetter(core));
    let rotating = true;
    const writers = Array.from({ length: 3 }, async () => {
      while (rotating) letters.push(await writeLetter(core));
    });
    const reader = (async () => {
      while (rotating) {
        const some = letters[Math.floor(Math.random() * letters.length)];
        expect(await openedAnew(some?.id ?? '')).toBe(TESTA.email);
      }
    })();
    for (let i = 0; i < 4; i += 1) await rotateKeys(core);
    rotating = false;
    await Promise.all([...writers, reader]);
    expect((await states()).filter((state) => state === 'ACTIVE')).toHaveLength(1);
    for (const { id } of letters) expect(await openedAnew(id)).toBe(TESTA.email);
  });

  it('comes by itself when the epoch is thirty days old, and not before', async () => {
    const inDays = (days: number) => ({ now: () => new Date(Date.now() + days * 86_400_000) });
    const { number: active } = (await readEpochs(ownSql(stores.keys).run)).at(-1) ?? { number: 0 };
    expect(await rotateKeysWhenDue({ ...core, clock: inDays(29) })).toBeNull();
    expect(await rotateKeysWhenDue({ ...core, clock: inDays(31) })).toMatchObject({ epoch: active + 1 });
    expect(await rotateKeysWhenDue({ ...core, clock: inDays(31) })).toBeNull();
    expect((await readEpochs(ownSql(stores.keys).run)).at(-1)).toMatchObject({ number: active + 1, state: 'ACTIVE' });
  });

  it('may meet another rotation: no key is lost', async () => {
    const letters = [];
    for (let i = 0; i < 20; i += 1) letters.push(await writeLetter(core));
    await Promise.all([rotateKeys(core), rotateKeys(core), rotateKeys(core)]);
    for (const { id } of letters) expect(await openedAnew(id)).toBe(TESTA.email);
    expect((await states()).filter((state) => state !== 'DESTROYED')).toEqual(['ACTIVE']);
  });

  it('does not let a slow rotation put a key back under an epoch that is destroyed meanwhile', async () => {
    const { id, subjectId } = await writeLetter(core);
    const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const wrap: KeyProvider['wrap'] = async (epoch, secret, context) => {
      const wrapped = await core.provider.wrap(epoch, secret, context);
      if (context.subjectId === subjectId) {
        reached.resolve();
        await goOn.promise;
      }
      return wrapped;
    };
    const slow = rotateKeys({ ...core, provider: { ...core.provider, wrap } });
    await reached.promise;
    await rotateKeys(core);
    await rotateKeys(core);
    goOn.resolve();
    await slow;
    expect(await openedAnew(id)).toBe(TESTA.email);
  });

  it('destroys no epoch that a key is left in', async () => {
    const { id } = await writeLetter(core);
    const sql = ownSql(stores.keys);
    const { number: old } = (await readEpochs(sql.run)).at(-1) ?? { number: 0 };
    await beginEpoch(sql, core.provider, new Date(), old);
    expect(await destroyEpoch(sql, core.provider, old)).toBeNull();
    expect(await openedAnew(id)).toBe(TESTA.email);
    await rotateKeys(core);
    expect(await destroyEpoch(sql, core.provider, old)).toBeNull();
    expect((await states()).slice(-2)).toEqual(['DESTROYED', 'ACTIVE']);
  });

  it('is taken up after a kill -9, without another epoch', async () => {
    const letters = [];
    for (let i = 0; i < 3; i += 1) letters.push(await writeLetter(core));
    const other = await spawnCore(stores);
    expect(await other.ask({ task: 'rotate', dieAfter: 1 })).toBe('killed');
    expect((await states()).slice(-2)).toEqual(['RETIRED', 'ACTIVE']);
    const epochs = (await states()).length;
    await rotateKeys(core);
    expect((await states()).length).toBe(epochs);
    expect((await states()).slice(-2)).toEqual(['DESTROYED', 'ACTIVE']);
    for (const { id } of letters) expect(await openedAnew(id)).toBe(TESTA.email);
  });

  if (dialect === 'sqlite') return;

  it('waits for a key that is just being inserted under the epoch it retires', async () => {
    const sql = ownSql(stores.keys);
    const [inserted, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    // As if the server took its time over the commit of the one statement.
    const run: RunSql = (text, parameters) =>
      /^insert into subject_key/.test(text)
        ? sql.transaction(async (within) => {
            const rows = await within<never>(text, parameters);
            inserted.resolve();
            await goOn.promise;
            return rows;
          })
        : sql.run(text, parameters);
    const { provider, clock } = core;
    const parts = { sql: { ...sql, dialect, run, transaction: sql.transaction.bind(sql) }, provider, clock };
    const subjectId = randomUUID();
    const creating = createKeyStore({ ...parts, cache: new DataKeyCache() }).createKey(subjectId);
    await inserted.promise;
    const rotating = rotateKeys(core);
    const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await expect.poll(async () => (await sql.run(waiting)).length, { timeout: 10_000 }).toBe(1);
    goOn.resolve();
    await creating;
    await rotating;
    const lease = await createKeyStore({ sql, provider, clock, cache: new DataKeyCache() }).lease([subjectId]);
    expect(lease.has(subjectId)).toBe(true);
  });

  it('does not disturb another process, which knows the new epoch and makes keys under it', async () => {
    const { id } = await writeLetter(core);
    const other = await spawnCore(stores);
    expect(await other.ask({ task: 'open', letterId: id })).toBe(TESTA.email);
    await rotateKeys(core);
    const { id: later } = await writeLetter(core);
    expect(await other.ask({ task: 'open', letterId: later })).toBe(TESTA.email);
    const { epoch } = await rotateKeys(core);
    expect(await other.ask({ task: 'rotate', dieAfter: null })).toBe('rotated');
    expect((await readEpochs(ownSql(core.stores.keys).run)).at(-1)?.number).toBe(epoch + 1);
    const { id: last } = await writeLetter(core);
    for (const letter of [id, later, last]) expect(await openedAnew(letter)).toBe(TESTA.email);
    await other.kill();
  });
});
