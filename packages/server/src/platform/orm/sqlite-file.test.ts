import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { OwnSqliteConnection } from './own-sqlite-connection.ts';
import { RawSql, type SqlRunner, sqlIn } from './raw-sql.ts';
import { openStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'barrier-dialect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('A transaction that reads first and writes later is not lost to another process that writes meanwhile', async () => {
  const file = join(folder, 'main.db');
  const store = await openStore({
    url: `sqlite:${file}`,
    entities: [LetterSchema],
    migrations: { sqlite: [], postgresql: [] },
  });
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

it.each<[string, (file: string) => Promise<[SqlRunner, () => unknown]>]>([
  [
    "the ORM's connection",
    async (file) => {
      const migrations = { sqlite: [], postgresql: [] };
      const store = await openStore({ url: `sqlite:${file}`, entities: [LetterSchema], migrations });
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
