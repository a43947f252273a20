import { expect, it } from 'vitest';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { Job } from '../jobs/job.entity.ts';
import { newId } from '../tokens/new-id.ts';

const job = () => ({
  id: newId(),
  kind: 'a',
  payload: { orderId: 'a' },
  state: 'QUEUED' as const,
  runAt: new Date(0),
  attempts: 0,
  lockedUntil: new Date(1_000),
  lease: newId(),
  lastErrorCode: 'A',
});

describeEachDialect('What the ORM writes of a changed row', (open) => {
  it('is each kind of value, in the row that was changed and in no other', async () => {
    const { main } = await open();
    const [one, other] = [job(), job()];
    await main.em.fork().insertMany(Job, [one, other]);
    const payload = { orderId: "b's ? and \\?" };
    const changes = {
      runAt: new Date('2026-03-29T01:30:00.123Z'),
      attempts: 2,
      lockedUntil: null,
      lease: null,
      lastErrorCode: "? '",
    };
    const em = main.em.fork();
    for (const changed of [changes, { attempts: 3 }, { payload, attempts: 4 }]) {
      Object.assign(await em.findOneOrFail(Job, { id: one.id }), changed);
      await em.flush();
    }
    expect(await main.em.fork().findOneOrFail(Job, { id: one.id })).toMatchObject({
      ...one,
      ...changes,
      payload,
      attempts: 4,
    });
    expect(await main.em.fork().findOneOrFail(Job, { id: other.id })).toMatchObject(other);
  });

  it('is null where a value was taken away', async () => {
    const { main } = await open();
    const one = job();
    await main.em.fork().insert(Job, one);
    const em = main.em.fork();
    Object.assign(await em.findOneOrFail(Job, { id: one.id }), { lastErrorCode: undefined, attempts: 5 });
    await em.flush();
    expect(await main.em.fork().findOneOrFail(Job, { id: one.id })).toMatchObject({ lastErrorCode: null, attempts: 5 });
  });

  it('is as much in several rows at a time, and where rows are named in another way', async () => {
    const { main } = await open();
    const jobs = [job(), job(), job()];
    await main.em.fork().insertMany(Job, jobs);
    const em = main.em.fork();
    for (const [at, found] of (await em.findAll(Job, { orderBy: { id: 'asc' } })).entries()) found.attempts = at + 1;
    await em.flush();
    await em.nativeUpdate(Job, { attempts: { $gt: 1 } }, { kind: 'b', payload: { orderId: 'b' } });
    const stored = await main.em.fork().findAll(Job, { orderBy: { id: 'asc' } });
    expect(stored.map(({ kind, attempts, payload }) => [kind, attempts, payload.orderId])).toEqual([
      ['a', 1, 'a'],
      ['b', 2, 'b'],
      ['b', 3, 'b'],
    ]);
  });
});
