import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Letter, LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { loadLetter, openAsMail, openTestCore, TESTA, writeLetter } from '../../../test/privacy/open-test-core.ts';
import { spawnCore } from '../../../test/privacy/spawn-core.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { ownSql } from '../../platform/orm/own-sql.ts';
import { RawSql } from '../../platform/orm/raw-sql.ts';
import { verifyLog } from '../access-log/verify-log.ts';
import type { PrivacyCore } from '../core.ts';
import { ORPHAN_AGE_MS, sweepOrphanKeys } from '../keys/sweep-orphan-keys.ts';
import type { ErasureHold } from '../registry/privacy-registry.ts';
import { lockActiveSubject } from '../subjects/lock-active-subject.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { eraseSubject } from './erase-subject.ts';
import { ErasureRecord } from './erasure-record.entity.ts';
import { resumeErasures } from './resume-erasures.ts';

describeEachDialect('The erasure of a subject', (open, dialect) => {
  let stores: TestStores;
  let core: PrivacyCore;
  beforeAll(async () => {
    stores = await open({ entities: [LetterSchema] });
    core = await openTestCore(stores);
  });
  afterAll(() => core.bus.close());

  async function expectErased(subjectId: string, seenBy = core): Promise<void> {
    const em = core.stores.main.em.fork();
    expect((await em.findOneOrFail(Subject, { id: subjectId })).state).toBe('ERASED');
    expect(await em.count(Letter, { subjectId })).toBe(0);
    expect(await em.findOneOrFail(ErasureRecord, { subjectId })).toMatchObject({
      keyEpoch: 1,
      executedAt: expect.any(Date) as Date,
    });
    expect(await seenBy.keys.existing([subjectId])).toEqual(new Set());
    const [mapping] = await ownSql(core.stores.log).run(
      'select pseudonym from subject_pseudonym where subject_id = ?',
      [subjectId],
    );
    expect(mapping).toEqual({ pseudonym: null });
    expect(await verifyLog(core.stores.log)).toMatchObject({ fault: null });
  }

  it('leaves no row, no key and no pseudonym, and says when it was executed', async () => {
    const { id, subjectId } = await writeLetter(core);
    await openAsMail(core, (await loadLetter(core, id)).email);
    await eraseSubject(core, subjectId);
    await expectErased(subjectId);
    await eraseSubject(core, subjectId);
    await expectErased(subjectId);
  });

  it('answers ERASED for a value that was loaded before', async () => {
    const { id, subjectId } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    await eraseSubject(core, subjectId);
    await expect(openAsMail(core, letter.email)).rejects.toMatchObject({ code: 'ERASED' });
  });

  it('lets nothing be sealed once the intent is committed', async () => {
    const { subjectId } = await writeLetter(core);
    await eraseSubject(core, subjectId);
    const attempt = core.stores.main.em.fork().transactional((em) => lockActiveSubject(core, em, subjectId));
    await expect(attempt).rejects.toMatchObject({ code: 'SUBJECT_NOT_ACTIVE' });
  });

  describe('for whom something is under way', () => {
    let hold: ErasureHold | null = null;
    let ending: () => Promise<void> = async () => undefined;
    beforeAll(() => {
      core.registry.registerErasure({
        name: 'parcels',
        entity: 'Parcel',
        fields: [],
        erase: async () => 0,
        hold: async () => hold,
      });
      core.registry.registerEnding({ name: 'parcels', bringToEnd: () => ending() });
    });
    beforeEach(() => {
      ending = () => expect.unreachable('asked to end something');
    });
    afterEach(() => {
      hold = null;
      ending = async () => undefined;
    });

    async function expectUntouched({ id, subjectId }: { id: string; subjectId: string }): Promise<void> {
      const letter = await loadLetter(core, id);
      expect(await openAsMail(core, letter.email)).toBe(TESTA.email);
      const record = await core.stores.main.em.fork().findOneOrFail(ErasureRecord, { subjectId });
      expect(record).toMatchObject({ executedAt: null, keyEpoch: null });
      expect((await core.stores.main.em.fork().findOneOrFail(Subject, { id: subjectId })).state).toBe('ACTIVE');
    }

    it('ends it first, and only then takes the key', async () => {
      const written = await writeLetter(core);
      hold = 'ENDABLE';
      ending = async () => {
        await expectUntouched(written);
        hold = null;
      };
      await eraseSubject(core, written.subjectId);
      await expectErased(written.subjectId);
    });

    it('waits while it cannot be ended, says so with the cause, and is executed later', async () => {
      const written = await writeLetter(core);
      hold = 'ENDABLE';
      const away = new Error('Away.');
      ending = () => Promise.reject(away);
      await expect(eraseSubject(core, written.subjectId)).rejects.toMatchObject({ code: 'ERASURE_WAITS', cause: away });
      await expectUntouched(written);
      expect(await resumeErasures(core)).toEqual({ executed: 0, waiting: 1, underWay: 0 });
      await expectUntouched(written);
      ending = async () => {
        hold = null;
      };
      expect(await resumeErasures(core)).toEqual({ executed: 1, waiting: 0, underWay: 0 });
      await expectErased(written.subjectId);
    });

    it('waits until it is finished if only time can finish it, and ends nothing else meanwhile', async () => {
      const written = await writeLetter(core);
      hold = 'UNDER_WAY';
      await expect(eraseSubject(core, written.subjectId)).rejects.toMatchObject({ code: 'UNDER_WAY' });
      await expectUntouched(written);
      expect(await resumeErasures(core)).toEqual({ executed: 0, waiting: 0, underWay: 1 });
      hold = null;
      ending = async () => undefined;
      expect(await resumeErasures(core)).toEqual({ executed: 1, waiting: 0, underWay: 0 });
      await expectErased(written.subjectId);
    });

    it('waits if it only began while the rest was ended', async () => {
      const written = await writeLetter(core);
      ending = async () => {
        hold = 'UNDER_WAY';
      };
      await expect(eraseSubject(core, written.subjectId)).rejects.toMatchObject({ code: 'UNDER_WAY' });
      await expectUntouched(written);
      hold = null;
      ending = async () => undefined;
      await eraseSubject(core, written.subjectId);
      await expectErased(written.subjectId);
    });
  });

  it.each(['REQUESTED', 'ENDED'])('is not forgotten after a kill -9 right after %s', async (dieAt) => {
    const { subjectId } = await writeLetter(core);
    const other = await spawnCore(stores);
    expect(await other.ask({ task: 'erase', subjectId, dieAt })).toBe('killed');
    expect((await core.stores.main.em.fork().findOneOrFail(Subject, { id: subjectId })).state).toBe('ACTIVE');
    expect(await resumeErasures(core)).toEqual({ executed: 1, waiting: 0, underWay: 0 });
    await expectErased(subjectId);
  });

  it.each(['INTENT', 'LEDGER', 'KEY', 'EVICTED', 'ROWS', 'FORGOTTEN'])(
    'is completed after a kill -9 right after %s',
    async (dieAt) => {
      const { id, subjectId } = await writeLetter(core);
      await openAsMail(core, (await loadLetter(core, id)).email);
      const before = await loadLetter(core, id);
      const other = await spawnCore(stores);
      expect(await other.ask({ task: 'erase', subjectId, dieAt })).toBe('killed');
      expect((await core.stores.main.em.fork().findOneOrFail(Subject, { id: subjectId })).state).toBe('ERASING');
      const write = core.stores.main.em.fork().transactional((em) => lockActiveSubject(core, em, subjectId));
      await expect(write).rejects.toMatchObject({ code: 'SUBJECT_NOT_ACTIVE' });

      // Before the key goes it is known outside the stores.
      expect((await core.ledger.read()).erasures.has(subjectId)).toBe(dieAt !== 'INTENT');

      // The start of the next process.
      const next = await openTestCore(stores);
      expect(await resumeErasures(next)).toEqual({ executed: 1, waiting: 0, underWay: 0 });
      expect(await resumeErasures(next)).toEqual({ executed: 0, waiting: 0, underWay: 0 });
      await expectErased(subjectId, next);
      await expect(openAsMail(next, before.email)).rejects.toMatchObject({ code: 'ERASED' });
      await next.bus.close();
    },
  );

  it.each(['KEY', 'ROW'] as const)(
    'has its mirror at the beginning: a kill -9 after %s leaves a key without a subject, swept when old enough',
    async (dieAt) => {
      const other = await spawnCore(stores);
      const subjectId = String(await other.ask({ task: 'create', dieAt }));
      expect(await other.next()).toBe('killed');
      expect(await core.stores.main.em.fork().count(Subject, { id: subjectId })).toBe(0);
      const { subjectId: living } = await writeLetter(core);
      await sweepOrphanKeys(core);
      expect(await core.keys.existing([subjectId, living])).toEqual(new Set([subjectId, living]));

      const later = { now: () => new Date(systemClock.now().getTime() + ORPHAN_AGE_MS + 1_000) };
      expect(await sweepOrphanKeys({ ...core, clock: later })).toBe(1);
      expect(await core.keys.existing([subjectId, living])).toEqual(new Set([living]));
    },
  );

  // SQLite allows one process (D10), whose transactions are in a row by themselves.
  if (dialect === 'sqlite') return;

  it('waits for a write of another process, and takes its rows too', async () => {
    const { subjectId } = await writeLetter(core);
    const other = await spawnCore(stores);
    expect(await other.ask({ task: 'write-slowly', subjectId })).toBe('locked');
    let done = false;
    const erasure = eraseSubject(core, subjectId).then(() => {
      done = true;
    });
    await waitsForLock(core);
    expect(done).toBe(false);
    expect(await other.ask({ task: 'commit' })).toBe('told');
    expect(await other.next()).toBe('written');
    await erasure;
    await expectErased(subjectId);
    await other.kill();
  });

  it('leaves nothing readable of writes that race it from another process', async () => {
    const other = await spawnCore(stores);
    for (let round = 0; round < 10; round += 1) {
      const { subjectId } = await writeLetter(core);
      expect(await other.ask({ task: 'write-on', subjectId })).toBe('writing');
      await rowsOf(core, subjectId, 2 + round);
      await eraseSubject(core, subjectId);
      expect(await other.next()).toBe('SUBJECT_NOT_ACTIVE');
      await expectErased(subjectId);
    }
    await other.kill();
  });

  it('takes the key out of the memory of another process', async () => {
    const { id, subjectId } = await writeLetter(core);
    const kept = await loadLetter(core, id);
    const other = await spawnCore(stores);
    expect(await other.ask({ task: 'open', letterId: id })).toBe(TESTA.email);
    // The key alone goes, so that the other process still finds the row.
    await core.keys.destroyKey(subjectId);
    await core.bus.publish('key-destroyed', { subjectId });
    await expect.poll(() => other.ask({ task: 'open', letterId: id }), { timeout: 10_000 }).toBe('ERASED');
    await expect(openAsMail(core, kept.email)).rejects.toMatchObject({ code: 'ERASED' });
    await other.kill();
  });
});

/** Resolves when a transaction of this database waits for another's row lock. */
async function waitsForLock(core: PrivacyCore): Promise<void> {
  const sql = new RawSql(core.stores.main);
  await expect
    .poll(
      async () =>
        (
          await sql.run(
            `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
          )
        ).length,
      {
        timeout: 10_000,
      },
    )
    .toBeGreaterThan(0);
}

/** Resolves when there are so many letters of a subject. */
async function rowsOf(core: PrivacyCore, subjectId: string, count: number): Promise<void> {
  await expect
    .poll(() => core.stores.main.em.fork().count(Letter, { subjectId }), { timeout: 20_000, interval: 5 })
    .toBeGreaterThanOrEqual(count);
}
