import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { Job } from '../jobs/job.entity.ts';
import { findRow, readRow } from './find-row.ts';
import { sqlIn } from './raw-sql.ts';

const job = (kind: string) => ({
  kind,
  payload: { orderId: kind },
  state: 'QUEUED' as const,
  runAt: new Date(0),
  attempts: 0,
});

describeEachDialect('A row that is found by a statement of its own', (open, dialect) => {
  const withJob = async () => {
    const { main } = await open();
    const id = uuidv7();
    await main.em.fork().insert(Job, { id, ...job('a') });
    return { main, id };
  };

  it('is the entity that the ORM finds, and changes of it are written', async () => {
    const { main, id } = await withJob();
    const em = main.em.fork();
    const found = await findRow(em, Job, { by: 'id', value: id });
    expect(found).toBeInstanceOf(Job);
    expect({ ...found }).toEqual({ ...(await main.em.fork().findOneOrFail(Job, { id })) });
    if (found) found.attempts = 3;
    await em.flush();
    expect(await main.em.fork().findOneOrFail(Job, { id })).toMatchObject({ attempts: 3, payload: { orderId: 'a' } });
    expect(await findRow(em, Job, { by: 'id', value: uuidv7() })).toBeNull();
  });

  it('is read anew although it is loaded, and found although it is not written yet', async () => {
    const { main, id } = await withJob();
    const em = main.em.fork();
    const before = await findRow(em, Job, { by: 'id', value: id });
    await main.em.fork().nativeUpdate(Job, { id }, { kind: 'b' });
    const after = await findRow(em, Job, { by: 'id', value: id });
    expect(after).toBe(before);
    expect(after?.kind).toBe('b');
    await main.em.fork().transactional(async (own) => {
      const fresh = own.create(Job, { id: uuidv7(), ...job('c') });
      own.persist(fresh);
      expect(await findRow(own, Job, { by: 'id', value: fresh.id })).toBe(fresh);
    });
  });

  it('keeps what was changed of it since it was found before', async () => {
    const { main, id } = await withJob();
    await main.em.fork().transactional(async (em) => {
      const first = await findRow(em, Job, { by: 'id', value: id }, { lock: true });
      if (first) first.attempts = 3;
      expect(await findRow(em, Job, { by: 'id', value: id }, { lock: true })).toMatchObject({ attempts: 3 });
    });
    expect(await main.em.fork().findOneOrFail(Job, { id })).toMatchObject({ attempts: 3 });
  });

  it('is the own of whoever has locked it', async () => {
    const { main, id } = await withJob();
    const told: string[] = [];
    let other: Promise<unknown> = Promise.resolve();
    await main.em.fork().transactional(async (em) => {
      await findRow(em, Job, { by: 'id', value: id }, { lock: true });
      other = main.em.fork().transactional(async (second) => {
        const change =
          dialect === 'postgresql' ? 'select id from job where id = ? for update' : 'select id from job where id = ?';
        await sqlIn(second).run(change, [id]);
        told.push('other');
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      told.push('first');
    });
    await other;
    expect(told).toEqual(['first', 'other']);
  });

  it("is not locked outside a transaction, where it would be nobody's again at once", async () => {
    const { main } = await open();
    const id = uuidv7();
    await expect(findRow(main.em.fork(), Job, { by: 'id', value: id }, { lock: true })).rejects.toThrow('transaction');
  });

  it('is read as it is stored, and nothing that is done with it is written', async () => {
    const { main, id } = await withJob();
    const read = await readRow(main, Job, { by: 'id', value: id });
    const found = await main.em.fork().findOneOrFail(Job, { id });
    expect(read).not.toBeInstanceOf(Job);
    expect(read).toEqual({ ...found });
    expect(read?.runAt).toBeInstanceOf(Date);
    await main.em.fork().transactional(async () => {
      if (read) Object.assign(read, { kind: 'b' });
    });
    expect(await readRow(main, Job, { by: 'id', value: id })).toMatchObject({ kind: 'a' });
    expect(await readRow(main, Job, { by: 'id', value: uuidv7() })).toBeNull();
  });
});
