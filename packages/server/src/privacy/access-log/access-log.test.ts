import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { spawnCore } from '../../../test/privacy/spawn-core.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { openStores } from '../../../test/stores/open-stores.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { ownSql } from '../../platform/orm/own-sql.ts';
import type { SqlRunner } from '../../platform/orm/raw-sql.ts';
import type { AccessEvent } from './access-event.ts';
import { type AccessLog, openAccessLog } from './access-log.ts';
import { leafHash } from './leaf.ts';
import { isGenuineReceipt } from './log-receipt.ts';
import { verifyLog, verifySubjectChain } from './verify-log.ts';

interface EntryRow {
  readonly id: string;
  readonly at: string;
  readonly pseudonym: string;
  readonly subject_sequence: number;
  readonly previous_leaf: Buffer | null;
  readonly leaf: Buffer;
  readonly salt: Buffer;
}

function buildEvent(subjectId: string, overrides: Partial<AccessEvent> = {}): AccessEvent {
  return {
    subjectId,
    viewerKind: 'system',
    viewerId: 'test',
    role: null,
    purpose: 'ORDER_PROCESSING',
    reason: 'MAIL',
    caseId: null,
    coordinates: ['Order.email', 'Order.recipientName'],
    ...overrides,
  };
}

describeEachDialect('The access log', (open, dialect) => {
  let stores: TestStores;
  let log: AccessLog;
  let sql: SqlRunner;
  beforeAll(async () => {
    stores = await open({ entities: [LetterSchema] });
    sql = ownSql(stores.log);
    log = await openAccessLog(sql, systemClock);
  });

  it('has the entry when the promise resolves, seen from another connection', async () => {
    const subjectId = randomUUID();
    const receipt = await log.append([buildEvent(subjectId, { caseId: 'case-7', role: 'support' })]);
    expect(isGenuineReceipt(receipt)).toBe(true);
    const other = await openStores(stores.urls);
    const rows = await ownSql(other.log).run('select * from access_entry where sequence = ?', [
      receipt.sequences[0] ?? 0,
    ]);
    expect(rows[0]).toMatchObject({
      viewer_kind: 'system',
      viewer_id: 'test',
      role: 'support',
      purpose: 'ORDER_PROCESSING',
      reason: 'MAIL',
      case_id: 'case-7',
      coordinates: '["Order.email","Order.recipientName"]',
      subject_sequence: 1,
      previous_leaf: null,
    });
    expect(JSON.stringify(rows)).not.toContain(subjectId);
    for (const store of Object.values(other)) await store.close(true);
  });

  it('numbers 50 operations at once, from two processes, without a gap, and chains each subject', async () => {
    const other = await openStores(stores.urls);
    const otherLog = await openAccessLog(ownSql(other.log), systemClock);
    const subjects = Array.from({ length: 7 }, () => randomUUID());
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        (i % 2 === 0 || dialect === 'sqlite' ? log : otherLog).append([
          buildEvent(subjects[i % 7] ?? ''),
          buildEvent(subjects[(i + 1) % 7] ?? ''),
        ]),
      ),
    );
    const sequences = receipts.flatMap((receipt) => receipt.sequences);
    expect(new Set(sequences).size).toBe(100);
    expect(await verifyLog(stores.log)).toMatchObject({ fault: null });
    for (const subjectId of subjects) {
      const check = await verifySubjectChain(stores.log, subjectId);
      expect(check.fault).toBeNull();
      expect(check.entries).toBeGreaterThan(10);
    }
    for (const store of Object.values(other)) await store.close(true);
  });

  it('puts operations that come together into one transaction', async () => {
    let transactions = 0;
    const counting: SqlRunner = {
      dialect,
      run: sql.run,
      transaction: (work) => {
        transactions += 1;
        return sql.transaction(work);
      },
    };
    const own = await openAccessLog(counting, systemClock);
    const append = () => own.append([buildEvent(randomUUID())]);
    await Promise.all(Array.from({ length: 30 }, append));
    expect(transactions).toBe(1);
    // What comes while these are written waits for them, and then goes together.
    const first = append();
    await nextTurn();
    await Promise.all([first, ...Array.from({ length: 30 }, append)]);
    expect(transactions).toBe(3);
  });

  it('has every entry that was acknowledged before a kill -9, and no half of a batch', async () => {
    const subjectId = randomUUID();
    const before = (await verifyLog(stores.log)).entries;
    const other = await spawnCore(stores);
    other.send({ task: 'append', subjectId });
    const acknowledged: number[] = [];
    while (acknowledged.length < 200) acknowledged.push(Number(await other.next()));
    await other.kill();
    for (let late = await other.next(); late !== 'killed'; late = await other.next()) acknowledged.push(Number(late));
    // The server may still be finishing what the dead process had sent.
    const busy = `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
    if (dialect === 'postgresql') await expect.poll(() => sql.run(busy), { timeout: 10_000 }).toEqual([]);
    const rows = await sql.run<{ sequence: number | string }>('select sequence from access_entry where sequence > ?', [
      before,
    ]);
    const stored = new Set(rows.map(({ sequence }) => Number(sequence)));
    expect(acknowledged.filter((sequence) => !stored.has(sequence))).toEqual([]);
    const check = await verifySubjectChain(stores.log, subjectId);
    expect(check).toEqual({ entries: stored.size, fault: null });
    expect(await verifyLog(stores.log)).toEqual({ entries: before + stored.size, fault: null });
  });

  it('fails the operation that it cannot write and no other in the same batch', async () => {
    const outcomes = await Promise.allSettled([
      log.append([buildEvent(randomUUID())]),
      log.append([buildEvent(randomUUID())]),
      log.append([buildEvent(randomUUID(), { purpose: null as never })]),
      log.append([buildEvent(randomUUID())]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await verifyLog(stores.log)).toMatchObject({ fault: null });
  });

  it('forgets who a pseudonym stands for, keeps the entries, and logs nothing about them any more', async () => {
    const subjectId = randomUUID();
    await log.append([buildEvent(subjectId)]);
    await log.forgetSubject(subjectId);
    await log.forgetSubject(subjectId);
    const [mapping] = await sql.run('select pseudonym, head from subject_pseudonym where subject_id = ?', [subjectId]);
    expect(mapping).toEqual({ pseudonym: null, head: null });
    const alive = randomUUID();
    const receipt = await log.append([buildEvent(subjectId), buildEvent(alive)]);
    expect(receipt.events.map((event) => event.subjectId)).toEqual([alive]);
    expect(await verifyLog(stores.log)).toMatchObject({ fault: null });
  });

  it('is found out when an entry is altered', async () => {
    const { subjectId, last } = await threeEntries();
    const undo = await change(
      `update access_entry set viewer_id = 'somebody-else' where sequence = ?`,
      [last - 1],
      () => sql.run(`update access_entry set viewer_id = 'test' where sequence = ?`, [last - 1]),
    );
    expect(await verifySubjectChain(stores.log, subjectId)).toMatchObject({
      fault: { kind: 'ALTERED', sequence: last - 1 },
    });
    expect(await verifyLog(stores.log)).toMatchObject({ fault: { kind: 'ALTERED', sequence: last - 1 } });
    await undo();
    expect(await verifyLog(stores.log)).toMatchObject({ fault: null });
  });

  it('is found out when an entry is altered together with its leaf hash, in the middle or at the end', async () => {
    for (const distance of [1, 0]) {
      const { subjectId, last } = await threeEntries();
      const forged = last - distance;
      const [row] = await sql.run<EntryRow>(
        `select entry.*, salt from access_entry entry join leaf_salt on leaf_salt.sequence = entry.sequence where entry.sequence = ?`,
        [forged],
      );
      if (!row) throw new Error('No entry.');
      // Whoever can write to the database can read the salt and compute a leaf that fits.
      const leaf = leafHash(
        {
          ...buildEvent(subjectId, { viewerId: 'somebody-else' }),
          id: row.id,
          sequence: forged,
          at: row.at,
          pseudonym: row.pseudonym,
          subjectSequence: row.subject_sequence,
          previousLeaf: row.previous_leaf,
        },
        row.salt,
      );
      const put = (viewerId: string, hash: Buffer) =>
        sql.run('update access_entry set viewer_id = ?, leaf = ? where sequence = ?', [viewerId, hash, forged]);
      await put('somebody-else', leaf);
      expect((await verifySubjectChain(stores.log, subjectId)).fault).toEqual(
        distance === 1 ? { kind: 'CHAIN_BROKEN', sequence: last } : { kind: 'ALTERED', sequence: last },
      );
      if (distance === 1) expect((await verifyLog(stores.log)).fault).toEqual({ kind: 'CHAIN_BROKEN', sequence: last });
      await put('test', row.leaf);
      expect(await verifyLog(stores.log)).toMatchObject({ fault: null });
    }
  });

  it('is found out when an entry is taken away, from the middle or from the end', async () => {
    for (const distance of [1, 0]) {
      const { subjectId, last } = await threeEntries();
      const removed = last - distance;
      const [row] = await sql.run<Record<string, never>>('select * from access_entry where sequence = ?', [removed]);
      const columns = Object.keys(row ?? {});
      const undo = await change('delete from access_entry where sequence = ?', [removed], () =>
        sql.run(
          `insert into access_entry (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
          Object.values(row ?? {}),
        ),
      );
      expect((await verifySubjectChain(stores.log, subjectId)).fault?.kind).toBe('MISSING');
      expect(await verifyLog(stores.log)).toMatchObject({ fault: { kind: 'MISSING', sequence: removed } });
      await undo();
      expect(await verifyLog(stores.log)).toMatchObject({ fault: null });
    }
  });

  async function threeEntries(): Promise<{ subjectId: string; last: number }> {
    const subjectId = randomUUID();
    for (let i = 0; i < 2; i += 1) await log.append([buildEvent(subjectId)]);
    const { sequences } = await log.append([buildEvent(subjectId)]);
    return { subjectId, last: sequences[0] ?? 0 };
  }

  async function change(
    text: string,
    parameters: (string | number | Buffer)[],
    undo: () => Promise<unknown>,
  ): Promise<() => Promise<unknown>> {
    await sql.run(text, parameters);
    return undo;
  }
});
