import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SQLITE_PRAGMAS } from '../orm/sqlite-pragmas.ts';
import { isOfEarlierVersion, releasePages } from './release-pages.ts';
import { rewriteFile } from './rewrite-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'barrier-cleaning-'));
  file = join(folder, 'some.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function openFile(pragmas: readonly string[] = SQLITE_PRAGMAS): Database.Database {
  const database = new Database(file);
  for (const pragma of pragmas) database.pragma(pragma);
  database.pragma('synchronous = OFF');
  return database;
}

/** The same bytes in each run, like none other. */
function bytes(name: string, length: number): Buffer {
  const parts = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash('sha256').update(`${name} ${at}`).digest(),
  );
  return Buffer.concat(parts).subarray(0, length);
}

/** Writes rows of many sizes and deletes a third of them, in no order; answers a piece of each one that is gone. */
function churn(database: Database.Database, rounds: number): string[] {
  database.exec('create table row (id text primary key, hash text, value blob); create index row_hash on row (hash)');
  const insert = database.prepare('insert into row values (?, ?, ?)');
  const remove = database.prepare('delete from row where id = ?');
  const living: string[] = [];
  const gone: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const draw = bytes(`draw ${round}`, 4).readUInt32BE();
    if (draw % 3 > 0 || living.length === 0) {
      const name = `row ${round}`;
      const size = [40, 200, 900, 6000][draw % 4] ?? 40;
      insert.run(bytes(`id ${name}`, 16).toString('hex'), bytes(`hash ${name}`, 32).toString('hex'), bytes(name, size));
      living.push(name);
    } else {
      const [name = ''] = living.splice(draw % living.length, 1);
      const id = bytes(`id ${name}`, 16).toString('hex');
      remove.run(id);
      const hash = bytes(`hash ${name}`, 32).toString('hex');
      gone.push(id.slice(4, 28), hash.slice(4, 28));
    }
  }
  return gone;
}

const leftOf = (gone: readonly string[]) => {
  const words = (readFileSync(file, 'latin1').match(/[0-9a-f]{24,}/g) ?? []).join(' ');
  return gone.filter((piece) => words.includes(piece)).length;
};

it('A rewritten file holds nothing of deleted rows, where overwriting them on their pages left copies', async () => {
  const database = openFile();
  const gone = churn(database, 4_000);
  await releasePages(file);
  expect(database.pragma('freelist_count', { simple: true })).toBe(0);
  expect(statSync(`${file}-wal`).size).toBe(0);
  // Why rewriting is needed: rows that were moved between pages before they were deleted.
  expect(leftOf(gone)).toBeGreaterThan(0);
  rewriteFile(file);
  expect(leftOf(gone)).toBe(0);
  expect(statSync(`${file}-wal`).size).toBe(0);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});

it('The log of writes is emptied once a reader has ended, and the process is not held up meanwhile', async () => {
  const database = openFile();
  database.exec('create table row (value blob)');
  const reader = openFile();
  reader.exec('begin; select * from row');
  reader.prepare('select * from row').all();
  database.prepare('insert into row values (?)').run(bytes('a', 40));
  database.exec('delete from row');
  let ended = false;
  const released = releasePages(file).then(() => {
    ended = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(ended).toBe(false);
  expect(readFileSync(`${file}-wal`).includes(bytes('a', 40))).toBe(true);
  reader.exec('commit');
  await released;
  expect(statSync(`${file}-wal`).size).toBe(0);
  expect(readFileSync(file).includes(bytes('a', 40))).toBe(false);
  reader.close();
  database.close();
});

it('A file of an earlier version gives free pages back once it is rewritten', async () => {
  const database = openFile(SQLITE_PRAGMAS.filter((pragma) => !pragma.startsWith('auto_vacuum')));
  churn(database, 500);
  database.exec('delete from row');
  await releasePages(file);
  expect(isOfEarlierVersion(file)).toBe(true);
  expect(database.pragma('freelist_count', { simple: true })).toBeGreaterThan(0);
  rewriteFile(file);
  expect(isOfEarlierVersion(file)).toBe(false);
  database.close();
  const again = openFile();
  again.prepare('insert into row values (?, ?, ?)').run('a', 'b', Buffer.alloc(500_000));
  again.exec('delete from row');
  await releasePages(file);
  expect(again.pragma('freelist_count', { simple: true })).toBe(0);
  again.close();
});
