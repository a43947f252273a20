import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Letter, LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { openTestCore, registerLetterRetention, writeLetter } from '../../../test/privacy/open-test-core.ts';
import { spawnCore } from '../../../test/privacy/spawn-core.ts';
import { countRows } from '../../../test/shop/read-rows.ts';
import { type TravellingClock, travellingClock } from '../../../test/shop/travelling-clock.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { ownSql } from '../../platform/orm/own-sql.ts';
import { verifyLog } from '../access-log/verify-log.ts';
import type { PrivacyCore } from '../core.ts';
import { ErasureRecord } from '../erasure/erasure-record.entity.ts';
import { resumeErasures } from '../erasure/resume-erasures.ts';
import type { ErasureHold } from '../registry/privacy-registry.ts';
import { lockActiveSubject } from '../subjects/lock-active-subject.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { previewRetention } from './preview-retention.ts';
import { registerRetentionControls } from './retention.controls.ts';
import { RetentionRun, type RuleTally } from './retention-run.entity.ts';
import { runRetention } from './run-retention.ts';

const DAY = 24 * 60;

describeEachDialect('The retention run', (open, dialect) => {
  let stores: TestStores;
  let core: PrivacyCore;
  let clock: TravellingClock;
  /** Whom something is under way for. */
  let held: Map<string, ErasureHold>;
  /** Whom the rules fail for. */
  let broken: Set<string>;
  beforeAll(async () => {
    clock = travellingClock();
    stores = await open({ entities: [LetterSchema] });
    core = await openTestCore(stores, clock);
    core.registry.registerErasure({
      name: 'parcels',
      entity: 'Parcel',
      fields: [],
      erase: async () => 0,
      hold: async (_em, subjectId) => held.get(subjectId) ?? null,
    });
    core.registry.registerRetention({
      name: 'broken',
      category: 'PHONE',
      fields: [],
      due: async (_em, _now, limit) => [...broken].slice(0, limit),
      apply: async (em, subjectId) => {
        await em.nativeUpdate(Letter, { subjectId }, { phone: null });
        throw Object.assign(new Error('says Testa Mustermann'), { code: 'BROKEN' });
      },
    });
    registerLetterRetention(core);
    registerRetentionControls(core);
  });
  beforeEach(async () => {
    held = new Map();
    broken = new Set();
    await em().nativeDelete(Letter, {});
    await em().nativeUpdate(Subject, {}, { kind: 'STAFF' });
  });
  afterEach(() => em().nativeDelete(RetentionRun, {}));
  afterAll(() => core.bus.close());

  const em = () => core.stores.main.em.fork();
  /** Writes letters that stand in a state, of subjects who are older than a day. */
  async function write(count: number, state: string): Promise<string[]> {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) ids.push((await writeLetter(core)).subjectId);
    await em().nativeUpdate(Letter, { subjectId: { $in: ids } }, { state });
    clock.travel(DAY + 1);
    return ids;
  }
  const tallies = (run: RetentionRun) => Object.fromEntries(run.rules.map(({ name, ...tally }) => [name, tally]));
  const tally = (due: number, more: Partial<RuleTally> = {}) => ({
    due,
    done: due,
    held: 0,
    failed: 0,
    errorCode: null,
    ...more,
  });
  const control = async () => core.registry.controls.find(({ name }) => name === 'retention')?.check();
  const states = async (ids: string[]) => {
    const found = (await em().find(Subject, { id: { $in: ids } })).map(({ state }) => state);
    return found.length === ids.length ? [...new Set(found)] : [];
  };

  async function expectErased(ids: string[], seenBy = core): Promise<void> {
    expect(await states(ids)).toEqual(['ERASED']);
    expect(await em().count(Letter, { subjectId: { $in: ids } })).toBe(0);
    expect(await em().count(ErasureRecord, { subjectId: { $in: ids }, executedAt: { $ne: null } })).toBe(ids.length);
    expect(await seenBy.keys.existing(ids)).toEqual(new Set());
    for (const id of ids) {
      const [row] = await ownSql(stores.log).run('select pseudonym from subject_pseudonym where subject_id = ?', [id]);
      expect(row).toEqual({ pseudonym: null });
    }
    expect(await verifyLog(stores.log)).toMatchObject({ fault: null });
  }

  it('erases what is due, in batches, and then whoever has nothing left; the record says how many', async () => {
    const over = await write(3, 'OVER');
    const gone = await write(45, 'GONE');
    const kept = await write(2, 'NEW');
    const run = await runRetention(core);
    expect(tallies(run)).toEqual({
      broken: tally(0),
      'names of letters': tally(3),
      letters: tally(45),
      'subjects of whom nothing is left': tally(45),
    });
    expect(run.finishedAt).not.toBeNull();
    expect(JSON.stringify(run)).not.toContain(gone[0]);
    await expectErased(gone);
    const left = await em().find(Letter, { subjectId: { $in: [...over, ...kept] } });
    expect(left.map(({ state, name }) => `${state} ${Boolean(name)}`).sort()).toEqual([
      ...['NEW true', 'NEW true'],
      ...['OVER false', 'OVER false', 'OVER false'],
    ]);
    expect(await states([...over, ...kept])).toEqual(['ACTIVE']);
    expect(await core.keys.existing([...over, ...kept])).toEqual(new Set([...over, ...kept]));
    // Again: nothing is due, nothing is done.
    expect(Object.values(tallies(await runRetention(core))).map(({ due }) => due)).toEqual([0, 0, 0, 0]);
    expect(await control()).toMatchObject({ state: 'GREEN' });
  });

  it('tells what a dry run would find, and changes nothing', async () => {
    const ids = await write(25, 'GONE');
    held.set(ids[0] ?? '', 'UNDER_WAY');
    const before = await countRows(stores);
    expect(await previewRetention(core)).toEqual([
      { name: 'broken', due: 0, held: 0 },
      { name: 'names of letters', due: 0, held: 0 },
      { name: 'letters', due: 25, held: 1 },
      { name: 'subjects of whom nothing is left', due: 0, held: 0 },
    ]);
    expect(await countRows(stores)).toEqual(before);
    expect(await states(ids)).toEqual(['ACTIVE']);
  });

  it('does nothing for somebody who has something under way, until it is finished', async () => {
    const [first = '', second = ''] = await write(2, 'GONE');
    held.set(first, 'UNDER_WAY');
    held.set(second, 'ENDABLE');
    expect(tallies(await runRetention(core)).letters).toEqual(tally(2, { done: 0, held: 2 }));
    expect(await em().count(Letter, { subjectId: { $in: [first, second] } })).toBe(2);
    held.clear();
    expect(tallies(await runRetention(core)).letters).toEqual(tally(2));
    await expectErased([first, second]);
  });

  it('leaves canaries, staff and whoever came a moment ago to others', async () => {
    const [canary = '', staff = '', fresh = ''] = await write(3, 'GONE');
    await em().nativeUpdate(Subject, { id: canary }, { kind: 'CANARY' });
    await em().nativeUpdate(Subject, { id: staff }, { kind: 'STAFF' });
    await em().nativeUpdate(Subject, { id: fresh }, { createdAt: clock.now() });
    const run = await runRetention(core);
    expect(tallies(run).letters).toEqual(tally(2));
    expect(await em().find(Letter, {})).toMatchObject([{ subjectId: canary }]);
    expect(await states([canary, staff, fresh])).toEqual(['ACTIVE']);
    expect(await control()).toMatchObject({ state: 'GREEN' });
  });

  it('goes on when a rule fails for somebody, takes back what it had begun, tells it and turns its control red', async () => {
    const ids = await write(22, 'NEW');
    const gone = await write(2, 'GONE');
    broken = new Set(ids.slice(0, 21));
    const run = await runRetention(core);
    expect(tallies(run).broken).toEqual(tally(21, { done: 0, failed: 21, errorCode: 'BROKEN' }));
    expect(tallies(run).letters).toEqual(tally(2));
    await expectErased(gone);
    expect(await em().count(Letter, { phone: null })).toBe(0);
    const found = await control();
    expect(found).toEqual({
      state: 'RED',
      finding: 'The last run of the retention rules failed in part: broken (21, BROKEN).',
    });
    broken.clear();
    await runRetention(core);
    expect(await control()).toMatchObject({ state: 'GREEN' });
  });

  it('goes on when a rule cannot even say who is due', async () => {
    const [rule] = core.registry.retentions;
    const due = rule?.due;
    if (!rule || !due) throw new Error('There is no rule.');
    Object.assign(rule, { due: () => Promise.reject(Object.assign(new Error('Away.'), { code: 'AWAY' })) });
    const gone = await write(1, 'GONE');
    try {
      expect(tallies(await runRetention(core)).broken).toEqual(tally(0, { errorCode: 'AWAY' }));
      await expectErased(gone);
    } finally {
      Object.assign(rule, { due });
    }
  });

  it('is red when no run has ended for three hours, or something has been due for a day', async () => {
    await runRetention(core);
    clock.travel(179);
    expect(await control()).toMatchObject({ state: 'GREEN' });
    clock.travel(2);
    expect(await control()).toEqual({ state: 'RED', finding: 'No run of the retention rules has ended for 3 hours.' });
    await runRetention(core);
    const [id = ''] = await write(1, 'GONE');
    held.set(id, 'UNDER_WAY');
    await runRetention(core);
    expect(await control()).toEqual({ state: 'RED', finding: 'Due for longer than a day and still there: letters.' });
  });

  it('is one at a time, and is gone on with when it was stopped between two batches', async () => {
    const ids = await write(45, 'GONE');
    const stop = new AbortController();
    let meanwhile: unknown = null;
    const stopped = runRetention(core, {
      signal: stop.signal,
      onStep: async () => {
        meanwhile = await runRetention(core).catch((error: unknown) => error);
        stop.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(meanwhile).toMatchObject({ code: 'RETENTION_BUSY' });
    expect(await em().count(Letter, {})).toBe(25);
    const run = await runRetention(core);
    expect(tallies(run).letters).toEqual(tally(45));
    expect(await em().count(RetentionRun, {})).toBe(1);
    await expectErased(ids);
  });

  it('keeps its records for ninety days', async () => {
    await runRetention(core);
    clock.travel(89 * DAY);
    await runRetention(core);
    clock.travel(2 * DAY);
    await runRetention(core);
    expect(await em().count(RetentionRun, {})).toBe(2);
  });

  it.each(['VALUES', 'SPENT'] as const)('is completed after a kill -9 right after %s', async (dieAt) => {
    const ids = await write(45, 'GONE');
    const other = await spawnCore(stores);
    // That process has the time of the machine; its subjects are as old as they have to be.
    await em().nativeUpdate(Subject, { id: { $in: ids } }, { createdAt: new Date(Date.now() - 2 * DAY * 60_000) });
    expect(await other.ask({ task: 'retain', dieAt })).toBe('killed');
    expect(await em().count(Letter, {})).toBe(dieAt === 'VALUES' ? 25 : 0);
    expect(await em().count(Subject, { id: { $in: ids }, state: 'ERASING' })).toBe(dieAt === 'VALUES' ? 0 : 20);
    expect(await em().find(RetentionRun, {})).toMatchObject([{ finishedAt: null }]);

    // The start of the next process.
    const later = travellingClock();
    later.travel(2);
    const next = await openTestCore(stores, later);
    registerLetterRetention(next);
    expect(await resumeErasures(next)).toMatchObject({ executed: dieAt === 'VALUES' ? 0 : 20 });
    const run = await runRetention(next);
    expect(tallies(run)).toMatchObject({ letters: tally(45), 'subjects of whom nothing is left': tally(45) });
    await expectErased(ids, next);
    await next.bus.close();
  });

  // SQLite allows one process (D10), whose transactions are in a row by themselves.
  if (dialect === 'sqlite') return;

  it('leaves alone whom another process is writing for, and waits for nobody', async () => {
    const [busy = '', idle = ''] = await write(2, 'GONE');
    const other = await spawnCore(stores);
    expect(await other.ask({ task: 'write-slowly', subjectId: busy })).toBe('locked');
    expect(tallies(await runRetention(core)).letters).toEqual(tally(1));
    await expectErased([idle]);
    expect(await other.ask({ task: 'commit' })).toBe('told');
    expect(await other.next()).toBe('written');
    expect(tallies(await runRetention(core)).letters).toEqual(tally(1));
    // The letter that was written meanwhile keeps its subject.
    await core.stores.main.em.fork().transactional((tx) => lockActiveSubject(core, tx, busy));
    await other.kill();
  });
});
