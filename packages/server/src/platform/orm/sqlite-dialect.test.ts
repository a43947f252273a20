import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { sqlIn } from './raw-sql.ts';
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
