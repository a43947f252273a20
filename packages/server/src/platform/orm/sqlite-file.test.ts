import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { OwnSqliteConnection } from './own-sqlite-connection.ts';
import { RawSql, type SqlRunner, sqlIn } from './raw-sql.ts';
import { openStore, type Store } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'barrier-dialect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (file: string) =>
  openStore({ url: `sqlite:${file}`, entities: [LetterSchema], migrations: { sqlite: [], postgresql: [] } });

async function onFile(name: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await open(join(folder, name));
  try {
    await work(store);
  } finally {
    await store.close(true);
  }
}

it('A transaction that reads first and writes later is not lost to another process that writes meanwhile', async () => {
  const file = join(folder, 'main.db');
  const store = await open(file);
  const other = new Database(file, { timeout: 0 });
  try {
    other.exec('create table counter (n integer not null); insert into counter values (1)');
    const add = other.prepare('update counter set n = n + 1');
    await store.em.fork().transactional(async (em) => {
      const { run } = sqlIn(em);
      const [row] = await run<{ n: number }>('select n from counter');
      // It has to wait for its turn.
      expect(() => add.run()).toThrow('database is locked');
      await run('update counter set n = ?', [(row?.n ?? 0) + 10]);
    });
    add.run();
    expect(other.prepare('select n from counter').pluck().get()).toBe(12);
  } finally {
    other.close();
    await store.close(true);
  }
});

it('Who is in no transaction waits for the one that is open, and is not taken back with it', async () => {
  await onFile('turns.db', async (store) => {
    const sql = new RawSql(store);
    await sql.run('create table note (text text not null)');
    const told: string[] = [];
    let outside: Promise<unknown> = Promise.resolve();
    const inside = store.em.fork().transactional(async (em) => {
      const { run } = sqlIn(em);
      outside = Promise.all([
        sql.run(`insert into note values ('outside')`).then(() => told.push('outside')),
        store.em.fork().execute(`insert into note values (?)`, ['by the ORM']),
      ]);
      await run(`insert into note values ('inside')`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      told.push('inside');
      throw new Error('taken back');
    });
    await expect(inside).rejects.toThrow('taken back');
    await outside;
    expect(told).toEqual(['inside', 'outside']);
    expect(await sql.run('select text from note order by text')).toEqual(
      ['by the ORM', 'outside'].map((text) => ({ text })),
    );
  });
});

it('A transaction lets the process hear what has come meanwhile, however many there are', async () => {
  await onFile('hearing.db', async (store) => {
    const sql = new RawSql(store);
    await sql.run('create table note (n integer not null)');
    const add = 'insert into note values (1)';
    for (const transaction of [
      () => sql.transaction((run) => run(add)),
      () => store.em.fork().transactional((em) => sqlIn(em).run(add)),
    ]) {
      let heard = false;
      setImmediate(() => {
        heard = true;
      });
      for (let times = 0; times < 3; times += 1) await transaction();
      expect(heard).toBe(true);
    }
  });
});

it('A transaction that has ended runs no more statements, by whomever they are asked for', async () => {
  await onFile('ended.db', async (store) => {
    const sql = new RawSql(store);
    await sql.run('create table note (text text not null)');
    const late: (() => Promise<unknown>)[] = [];
    const add = `insert into note values ('late')`;
    await store.em.fork().transactional(async (em) => {
      const { run } = sqlIn(em);
      late.push(() => run(add));
    });
    await sql.transaction(async (run) => {
      late.push(() => run(add));
    });
    for (const one of late) await expect(one()).rejects.toThrow();
    expect(await sql.run('select count(*) as n from note')).toEqual([{ n: 0 }]);
  });
});

it('What goes on after its transaction was rolled back writes nothing, neither alone nor into the next one', async () => {
  await onFile('late.db', async (store) => {
    const sql = new RawSql(store);
    await sql.run('create table note (steps integer not null)');
    const add = 'insert into note values (?)';
    const ways: ((work: (run: (values: number[]) => Promise<unknown>) => Promise<void>) => Promise<void>)[] = [
      (work) => sql.transaction((run) => work((values) => run(add, values))),
      (work) => store.em.fork().transactional((em) => work((values) => sqlIn(em).run(add, values))),
      (work) => store.em.fork().transactional((em) => work((values) => em.execute(add, values))),
      (work) =>
        store.em.fork().transactional(async (em) => {
          const { run } = await em.transactional(async (inner) => sqlIn(inner));
          await work((values) => run(add, values));
        }),
    ];
    for (const way of ways) {
      // Rolling back takes some steps, in any of which the other half may come.
      for (let steps = 0; steps < 40; steps += 1) {
        let late: Promise<unknown> = Promise.resolve();
        const first = way(async (run) => {
          late = (async () => {
            for (let step = 0; step < steps; step += 1) await Promise.resolve();
            await run([steps]);
          })().catch(() => undefined);
          throw new Error('taken back');
        });
        const next = sql.transaction(() => new Promise<void>((resolve) => setTimeout(resolve, 2)));
        await expect(first).rejects.toThrow('taken back');
        await Promise.all([late, next]);
      }
    }
    expect(await sql.run('select steps from note')).toEqual([]);
  });
});

it('A transaction that cannot begin, since another process writes for long, says so and keeps nobody waiting', async () => {
  const file = join(folder, 'busy.db');
  const store = await open(file);
  const other = new Database(file);
  try {
    const sql = new RawSql(store);
    await sql.run('create table note (text text not null)');
    await sql.run('pragma busy_timeout = 10');
    const add = `insert into note values ('here')`;
    const ways = [
      () => sql.transaction((run) => run(add)),
      () => store.em.fork().transactional((em) => sqlIn(em).run(add)),
      () => store.em.fork().transactional((em) => em.execute(add)),
      () => store.em.fork().transactional(async () => undefined),
      () => sql.transaction(async (run) => void (await run(add).catch(() => undefined))),
    ];
    other.exec('begin immediate');
    for (const way of ways) await expect(way()).rejects.toThrow('database is locked');
    other.exec('rollback');
    for (const way of ways) await way();
    expect(await sql.run('select count(*) as n from note')).toEqual([{ n: 4 }]);
  } finally {
    other.close();
    await store.close(true);
  }
});

it('What need not survive a power cut is not waited for on the disk; everything else is, whatever became of it', async () => {
  await onFile('durable.db', async (store) => {
    const sql = new RawSql(store);
    await sql.run('create table note (text text not null)');
    const undurable = { durable: false };
    const level = async (run = sql.run) => (await run<{ synchronous: number }>('pragma synchronous'))[0]?.synchronous;
    const [normal, full] = [1, 2];
    expect(await level()).toBe(full);
    expect(await sql.transaction(level, undurable)).toBe(normal);
    expect(await level()).toBe(full);
    expect(await sql.transaction(level)).toBe(full);
    expect(await sql.run('pragma synchronous', [], undurable)).toEqual([{ synchronous: normal }]);
    expect(await level()).toBe(full);
    await expect(sql.transaction((run) => run('not a statement'), undurable)).rejects.toThrow('syntax');
    await expect(sql.run('not a statement', [], undurable)).rejects.toThrow('syntax');
    expect(await store.em.fork().transactional((em) => level(sqlIn(em).run))).toBe(full);
    await sql.transaction((run) => run(`insert into note values ('kept')`), undurable);
    expect(await sql.run('select text from note')).toEqual([{ text: 'kept' }]);
  });
});

it('One row is answered whether its limit is bound or written', async () => {
  await onFile('limits.db', async (store) => {
    const { run } = new RawSql(store);
    await run('create table note (n integer not null)');
    await run('insert into note values (1), (2), (3)');
    const ask = 'select n from note where n >= ? order by n limit ?';
    expect([await run(ask, [2, 1]), await run(ask, [1, 2]), await run(ask, [3, 1])]).toEqual([
      [{ n: 2 }],
      [{ n: 1 }, { n: 2 }],
      [{ n: 3 }],
    ]);
  });
});

it.each<[string, (file: string) => Promise<[SqlRunner, () => unknown]>]>([
  [
    "the ORM's connection",
    async (file) => {
      const store = await open(file);
      return [new RawSql(store), () => store.close(true)];
    },
  ],
  [
    'a connection of its own',
    async (file) => {
      const own = new OwnSqliteConnection(file);
      return [own, () => own.close()];
    },
  ],
])(
  'A transaction that a full disk ends on %s leaves nothing, says why, and lets the next one through',
  async (title, open) => {
    const [sql, close] = await open(join(folder, `${title.length}.db`));
    try {
      await sql.run('create table page (filler blob)');
      await sql.run('pragma max_page_count = 20');
      const add = (bytes: number) => `insert into page values (zeroblob(${bytes}))`;
      const both = sql.transaction((run) => Promise.all([run(add(10)), run(add(200_000)), run(add(20))]));
      await expect(both).rejects.toMatchObject({ code: 'SQLITE_FULL' });
      await expect(
        sql.transaction(async (run) => {
          await run(add(200_000)).catch(() => undefined);
          await run(add(30));
        }),
      ).rejects.toThrow();
      expect(await sql.run('select count(*) as n from page')).toEqual([{ n: 0 }]);
      await sql.transaction((run) => run(add(40)));
      expect(await sql.run('select length(filler) as n from page')).toEqual([{ n: 40 }]);
    } finally {
      await close();
    }
  },
);
