import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Letter, LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { openTestCore, registerLetterRetention, writeLetter } from '../../../test/privacy/open-test-core.ts';
import { travellingClock } from '../../../test/shop/travelling-clock.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { RawSql } from '../../platform/orm/raw-sql.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { runRetention } from './run-retention.ts';

/** How many people there are, of how many a value is due, and who loses all and goes. */
const LIVING = 100_000;
const OVER = 4_000;
const GONE = 200;

describeEachDialect('The retention run among 100,000 subjects', (open, dialect) => {
  it('deals with all who are due and nobody else, while others write for theirs', async () => {
    const stores = await open({ entities: [LetterSchema] });
    const clock = travellingClock();
    const core = await openTestCore(stores, clock);
    registerLetterRetention(core);
    const em = () => stores.main.em.fork();
    const gone: string[] = [];
    for (let at = 0; at < GONE; at += 1) gone.push((await writeLetter(core)).subjectId);
    await em().nativeUpdate(Letter, {}, { state: 'GONE' });
    await multiply(new RawSql(stores.main), dialect === 'postgresql' ? 'gen_random_uuid()' : UUID_OF_SQLITE);
    expect(await em().count(Letter, {})).toBe(LIVING + GONE);
    clock.travel(2 * 24 * 60);

    let running = true;
    let written = 0;
    const others = (async () => {
      while (running) {
        await writeLetter(core);
        written += 1;
        // SQLite answers at once: without a turn for each, the run would never get one.
        await nextTurn();
      }
    })();
    const writtenBetween = new Set<number>();
    const { rules } = await runRetention(core, { onProgress: () => void writtenBetween.add(written) });
    running = false;
    await others;

    expect(rules.map(({ name, due, done }) => `${name}: ${done}/${due}`)).toEqual([
      `names of letters: ${OVER}/${OVER}`,
      `letters: ${GONE}/${GONE}`,
      `subjects of whom nothing is left: ${GONE}/${GONE}`,
    ]);
    expect(await em().count(Subject, { state: 'ACTIVE' })).toBe(LIVING + written);
    expect(await em().count(Letter, { name: { $ne: null } })).toBe(LIVING - OVER + written);
    expect(await core.keys.existing(gone)).toEqual(new Set());
    // Whoever wrote was let in between the batches, and did not wait for the end of the run.
    expect(writtenBetween.size).toBeGreaterThan(10);
    await core.bus.close();
  });
});

/** A random id of the shape of a UUID. */
const UUID_OF_SQLITE = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) ||
  '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`;

/** Adds people with letters of the same bytes, which nobody opens: their keys are not asked for. */
async function multiply({ run }: RawSql, uuid: string): Promise<void> {
  await run(
    `insert into subject (id, kind, state, created_at)
     select ${uuid}, kind, state, created_at from subject, ${series(LIVING / GONE)}`,
  );
  await run(
    `insert into letter (id, subject_id, state, email, name, phone, address)
     select ${uuid}, subject.id, 'NEW', sample.email, sample.name, sample.phone, sample.address
     from subject, (select * from letter limit 1) as sample
     where not exists (select 1 from letter where letter.subject_id = subject.id)`,
  );
  await run(`update letter set state = 'OVER' where id in (select id from letter where state = 'NEW' limit ${OVER})`);
}

const series = (count: number) =>
  `(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count}) select n from numbers) as times`;
