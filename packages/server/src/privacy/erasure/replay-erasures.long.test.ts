import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../../../test/commands/run-command.ts';
import { Letter, LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { loadLetter, openAsMail, openTestCore, TESTA, writeLetter } from '../../../test/privacy/open-test-core.ts';
import { copyDatabase } from '../../../test/stores/copy-database.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { openStores, type StoreUrls } from '../../../test/stores/open-stores.ts';
import { ownSql } from '../../platform/orm/own-sql.ts';
import { RawSql, type RunSql, type SqlRunner } from '../../platform/orm/raw-sql.ts';
import { verifyLog } from '../access-log/verify-log.ts';
import type { PrivacyCore } from '../core.ts';
import { findLostKeys } from '../keys/find-lost-keys.ts';
import { rotateKeys } from '../keys/rotate-keys.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { eraseSubject } from './erase-subject.ts';
import { registerErasureControls } from './erasure.controls.ts';
import { ErasureRecord } from './erasure-record.entity.ts';
import { findDoubtfulErasures } from './find-doubtful-erasures.ts';
import { replayErasures } from './replay-erasures.ts';

type Part = 'main' | 'keys' | 'log';

/** Makes all three stores and the ledger know of erasures of subjects who never were. */
async function recordErasures({ stores, ledger }: PrivacyCore, count: number): Promise<void> {
  const run = { main: new RawSql(stores.main).run, keys: ownSql(stores.keys).run, log: ownSql(stores.log).run };
  const at = '2026-01-01T00:00:00.000Z';
  for (let left = count; left > 0; left -= 1_000) {
    const ids = Array.from({ length: 1_000 }, () => randomUUID());
    const rows = (...values: string[]) => ids.map((id) => `('${id}', ${values.join(', ')})`).join(', ');
    await run.main(
      `insert into subject (id, kind, state, created_at) values ${rows("'GUEST_ORDER'", "'ERASED'", `'${at}'`)}`,
    );
    await run.keys(`insert into destroyed_key (subject_id, epoch, destroyed_at) values ${rows('1', `'${at}'`)}`);
    ledger.append(ids.map((subjectId) => ({ subjectId, at })));
    await run.log(
      `insert into subject_pseudonym (subject_id, pseudonym, entries, head) values ${rows('null', '0', 'null')}`,
    );
  }
}

describeEachDialect('A restored store', (open) => {
  /** A process that works on stores and ends; nobody is connected after it. */
  async function inProcess<Result>(stores: TestStores, urls: StoreUrls, work: (core: PrivacyCore) => Promise<Result>) {
    const opened = await openStores(urls, { entities: [LetterSchema] });
    const core = await openTestCore({ ...opened, urls, dataDir: stores.dataDir });
    registerErasureControls(core);
    try {
      return await work(core);
    } finally {
      core.keys.close();
      await core.bus.close();
      for (const store of Object.values(opened)) await store.close(true);
    }
  }

  async function openClosed(): Promise<TestStores> {
    const stores = await open({ entities: [LetterSchema] });
    for (const name of ['main', 'keys', 'log'] as const) await stores[name].close(true);
    return stores;
  }

  /** Two letters whose readers are known to all stores. */
  function writeTwo(core: PrivacyCore) {
    return Promise.all(
      [0, 1].map(async () => {
        const written = await writeLetter(core);
        await openAsMail(core, (await loadLetter(core, written.id)).email);
        return written;
      }),
    ) as Promise<[{ id: string; subjectId: string }, { id: string; subjectId: string }]>;
  }

  async function copyAll({ mainUrl, keysUrl, logUrl }: StoreUrls): Promise<StoreUrls> {
    return {
      mainUrl: await copyDatabase(mainUrl),
      keysUrl: await copyDatabase(keysUrl),
      logUrl: await copyDatabase(logUrl),
    };
  }

  const statesOf = async (core: PrivacyCore) => {
    const results = await Promise.all(core.registry.controls.map(({ check }) => check()));
    return results.map((result) => result?.state);
  };

  async function expectErased(core: PrivacyCore, subjectId: string): Promise<void> {
    const em = core.stores.main.em.fork();
    expect((await em.findOneOrFail(Subject, { id: subjectId })).state).toBe('ERASED');
    expect(await em.count(Letter, { subjectId })).toBe(0);
    expect(await em.findOneOrFail(ErasureRecord, { subjectId })).toMatchObject({
      keyEpoch: 1,
      executedAt: expect.any(Date) as Date,
    });
    expect(await core.keys.existing([subjectId])).toEqual(new Set());
    const pseudonyms = 'select pseudonym from subject_pseudonym where subject_id = ?';
    expect(await ownSql(core.stores.log).run(pseudonyms, [subjectId])).toEqual([{ pseudonym: null }]);
    expect(await verifyLog(core.stores.log)).toMatchObject({ fault: null });
  }

  it.each<[Part[], object]>([
    [['main'], { rows: 1, keys: 0, pseudonyms: 0 }],
    [['keys'], { rows: 0, keys: 1, pseudonyms: 0 }],
    [['log'], { rows: 0, keys: 0, pseudonyms: 1 }],
    [['main', 'log'], { rows: 1, keys: 0, pseudonyms: 1 }],
    [['main', 'keys'], { rows: 1, keys: 1, pseudonyms: 0 }],
    [['keys', 'log'], { rows: 0, keys: 1, pseudonyms: 1 }],
    [['main', 'keys', 'log'], { rows: 1, keys: 1, pseudonyms: 1 }],
  ])('brings nobody back who was erased after the backup of %j', async (restored, replayed) => {
    const stores = await openClosed();
    const { urls } = stores;
    const [erased, living] = await inProcess(stores, urls, writeTwo);
    const backup = await copyAll(urls);
    await inProcess(stores, urls, async (core) => {
      await eraseSubject(core, erased.subjectId);
      expect(await replayErasures(core)).toEqual({ rows: 0, keys: 0, pseudonyms: 0 });
    });
    const mixed = { ...urls };
    for (const part of restored) mixed[`${part}Url`] = backup[`${part}Url`];

    await inProcess(stores, mixed, async (core) => {
      expect(await statesOf(core)).toEqual(['RED', 'GREEN']);
      expect(await replayErasures(core)).toEqual(replayed);
      await expectErased(core, erased.subjectId);
      expect(await statesOf(core)).toEqual(['GREEN', 'GREEN']);
      expect(await replayErasures(core)).toEqual({ rows: 0, keys: 0, pseudonyms: 0 });
      expect(await openAsMail(core, (await loadLetter(core, living.id)).email)).toBe(TESTA.email);
    });
  });

  it('is found among 20,000 erasures that hold, by one reading of each record', async () => {
    const stores = await openClosed();
    await inProcess(stores, stores.urls, async (core) => {
      const [erased] = await writeTwo(core);
      await eraseSubject(core, erased.subjectId);
      await recordErasures(core, 20_000);
      const log = ownSql(core.stores.log);
      await log.run('update subject_pseudonym set pseudonym = ? where subject_id = ?', [
        randomUUID(),
        erased.subjectId,
      ]);
      let statements = 0;
      const counted = ({ run }: SqlRunner): RunSql => {
        return (text, parameters) => {
          statements += 1;
          return run(text, parameters);
        };
      };
      const { main, keys } = core.stores;
      const run = { main: counted(new RawSql(main)), keys: counted(ownSql(keys)), log: counted(log) };
      const doubtful: string[][] = [];
      for await (const subjectIds of findDoubtfulErasures(run, (await core.ledger.read()).erasures.keys()))
        doubtful.push([...subjectIds]);
      expect(doubtful).toEqual([[erased.subjectId]]);
      // What is read of each store, and that there is no more.
      expect(statements).toBe(6);

      expect(await replayErasures(core)).toEqual({ rows: 0, keys: 0, pseudonyms: 1 });
      await expectErased(core, erased.subjectId);
      expect(await replayErasures(core)).toEqual({ rows: 0, keys: 0, pseudonyms: 0 });
    });
  });

  it('from before somebody came leaves no key of them behind', async () => {
    const stores = await openClosed();
    const { urls } = stores;
    const mainBefore = await copyDatabase(urls.mainUrl);
    const [erased] = await inProcess(stores, urls, writeTwo);
    const keysBefore = await copyDatabase(urls.keysUrl);
    await inProcess(stores, urls, (core) => eraseSubject(core, erased.subjectId));
    await inProcess(stores, { ...urls, mainUrl: mainBefore, keysUrl: keysBefore }, async (core) => {
      expect(await replayErasures(core)).toEqual({ rows: 0, keys: 1, pseudonyms: 0 });
      expect(await core.keys.existing([erased.subjectId])).toEqual(new Set());
    });
  });

  it('of which only a key came back, beside the record of its destruction, loses it again', async () => {
    const stores = await openClosed();
    const [erased] = await inProcess(stores, stores.urls, writeTwo);
    await inProcess(stores, stores.urls, async (core) => {
      const { run } = ownSql(core.stores.keys);
      await run('create table kept as select * from subject_key where subject_id = ?', [erased.subjectId]);
      await eraseSubject(core, erased.subjectId);
      await run('insert into subject_key select * from kept');
      expect(await statesOf(core)).toEqual(['RED', 'GREEN']);
      expect(await replayErasures(core)).toEqual({ rows: 0, keys: 1, pseudonyms: 0 });
      await expectErased(core, erased.subjectId);
    });
  });

  it('of keys from before somebody came is told of, and erases them only if it is asked to', async () => {
    const stores = await openClosed();
    const { urls } = stores;
    const [before] = await inProcess(stores, urls, writeTwo);
    const keysUrl = await copyDatabase(urls.keysUrl);
    const [, after] = await inProcess(stores, urls, writeTwo);
    const mixed = { urls: { ...urls, keysUrl }, dataDir: stores.dataDir };

    const lost = await inProcess(stores, mixed.urls, async (core) => {
      expect(await replayErasures(core)).toEqual({ rows: 0, keys: 0, pseudonyms: 0 });
      expect(await statesOf(core)).toEqual(['GREEN', 'RED']);
      return (await findLostKeys(core)).lost;
    });
    expect(lost).toHaveLength(2);
    expect(lost).toContain(after.subjectId);
    expect(await runCommand(mixed, 'restore:replay')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('2 of 4 living subjects have no key.') as string,
    });
    expect(await runCommand(mixed, 'restore:replay', '--erase-lost')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Erased: 2 subjects without a key.') as string,
    });
    await inProcess(stores, mixed.urls, async (core) => {
      expect(await statesOf(core)).toEqual(['GREEN', 'GREEN']);
      const em = core.stores.main.em.fork();
      expect((await em.findOneOrFail(Subject, { id: after.subjectId })).state).toBe('ERASED');
      expect(await openAsMail(core, (await loadLetter(core, before.id)).email)).toBe(TESTA.email);
    });
  });

  it('of keys from before a rotation is refused beside the keyring of today, and taken with that of its time', async () => {
    const stores = await openClosed();
    const { urls, dataDir } = stores;
    const keyring = join(dataDir, 'keyring.json');
    const [one] = await inProcess(stores, urls, writeTwo);
    const [keysUrl, keyringThen] = [await copyDatabase(urls.keysUrl), readFileSync(keyring)];
    await inProcess(stores, urls, (core) => rotateKeys(core));
    const mixed = { urls: { ...urls, keysUrl }, dataDir };
    expect(await runCommand(mixed, 'restore:replay')).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('KEY_PROVIDER does not open the keys of epoch 1: ') as string,
    });
    await inProcess(stores, mixed.urls, async (core) => {
      expect(await statesOf(core)).toEqual(['GREEN', 'RED']);
      await expect(writeLetter(core)).rejects.toMatchObject({ code: 'EPOCH_GONE' });
    });
    writeFileSync(keyring, keyringThen);
    expect(await runCommand(mixed, 'restore:replay')).toMatchObject({ code: 0 });
    await inProcess(stores, mixed.urls, async (core) => {
      expect(await openAsMail(core, (await loadLetter(core, one.id)).email)).toBe(TESTA.email);
      await rotateKeys(core);
      expect(await statesOf(core)).toEqual(['GREEN', 'GREEN']);
    });
  });

  it('of keys that are not of these people erases none of them', async () => {
    const stores = await openClosed();
    const { urls } = stores;
    const keysUrl = await copyDatabase(urls.keysUrl);
    const [one] = await inProcess(stores, urls, writeTwo);
    const mixed = { urls: { ...urls, keysUrl }, dataDir: stores.dataDir };
    expect(await runCommand(mixed, 'restore:replay', '--erase-lost')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('this is not their key store') as string,
    });
    await inProcess(stores, urls, async (core) => {
      expect(await openAsMail(core, (await loadLetter(core, one.id)).email)).toBe(TESTA.email);
    });
  });
});
