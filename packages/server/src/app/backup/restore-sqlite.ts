import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ArchivePiece } from '../../platform/backup/archive.ts';
import { BackupError } from '../../platform/backup/backup-error.ts';
import { keepPrivate } from '../../platform/orm/keep-private.ts';
import type { RunSql } from '../../platform/orm/raw-sql.ts';
import { openReadOnly } from '../../platform/orm/read-only.ts';
import type { StoreName } from '../stores.ts';
import type { CheckStore, Staged } from './restore-backup.ts';

/** What a file has to stand before it replaces another. */
interface SqliteChecks {
  readonly migrations: ReadonlySet<string>;
  readonly check: CheckStore;
}

/**
 * Writes the files of a backup beside those that they will replace, and looks whether they are sound; those of stores that are not to be
 * restored are passed over.
 */
export async function stageSqlite(
  pieces: AsyncIterable<ArchivePiece>,
  files: ReadonlyMap<StoreName, string>,
  { migrations, check }: SqliteChecks,
): Promise<Staged> {
  const staged = new Map<string, string>();
  const discard = async () => {
    for (const path of staged.values())
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
  };
  let target: number | null = null;
  try {
    for await (const { entry, bytes } of pieces) {
      if (bytes) {
        if (target !== null) writeSync(target, bytes);
        continue;
      }
      if (target !== null) finish(target);
      target = null;
      if (entry.kind !== 'SQLITE')
        throw new BackupError('This is a backup of PostgreSQL, and the store is an SQLite file.');
      const file = files.get(entry.store as StoreName);
      if (!file) continue;
      const path = `${file}.restoring`;
      rmSync(path, { force: true });
      keepPrivate(path);
      staged.set(file, path);
      target = openSync(path, 'w', 0o600);
    }
    if (target !== null) finish(target);
    target = null;
    for (const [name, file] of files) {
      const path = staged.get(file);
      if (!path) throw new BackupError('A store is not in this backup.');
      await requireSound(path, migrations, (run) => check(name, run));
    }
  } catch (error) {
    if (target !== null) closeSync(target);
    await discard();
    throw error;
  }
  return {
    replace: async () => {
      for (const [file, path] of staged) replaceFile(file, path);
    },
    discard,
  };
}

function finish(target: number): void {
  fsyncSync(target);
  closeSync(target);
}

/** @throws {BackupError} */
async function requireSound(
  path: string,
  migrations: ReadonlySet<string>,
  check: (run: RunSql) => Promise<void>,
): Promise<void> {
  const { run, close } = await openReadOnly(`sqlite:${path}`);
  try {
    const [row] = await run<{ integrity_check: string }>('pragma integrity_check(1)');
    if (row?.integrity_check !== 'ok') throw new BackupError('A database of the backup is not sound.');
    const ran = await run<{ name: string }>('select name from mikro_orm_migrations');
    requireKnown(
      ran.map(({ name }) => name),
      migrations,
    );
    await check(run);
  } finally {
    await close();
  }
}

/** @throws {BackupError} if a later version of the program has written it. */
export function requireKnown(names: readonly string[], migrations: ReadonlySet<string>): void {
  if (names.some((name) => !migrations.has(name))) {
    throw new BackupError('The backup is of a later version of this program: restore it by that one.');
  }
}

/** What SQLite kept beside the old file must not be taken for the new one's. */
function replaceFile(file: string, path: string): void {
  for (const end of ['-wal', '-shm', '-journal']) if (existsSync(`${file}${end}`)) rmSync(`${file}${end}`);
  renameSync(path, file);
  const folder = openSync(dirname(file), 'r');
  finish(folder);
}
