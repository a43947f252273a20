import { createReadStream } from 'node:fs';
import { type ArchivePiece, readArchive } from '../../platform/backup/archive.ts';
import { BackupError } from '../../platform/backup/backup-error.ts';
import { type BackupPart, open } from '../../platform/backup/sealed-file.ts';
import type { RunSql } from '../../platform/orm/raw-sql.ts';
import { dialectOf } from '../../platform/orm/store.ts';
import { closedEpochsIn } from '../../privacy/keys/find-closed-epochs.ts';
import type { Config } from '../config.ts';
import { openKeyProvider } from '../open-key-provider.ts';
import { type StoreName, storeOptions } from '../stores.ts';
import { stageSqlite } from './restore-sqlite.ts';

/** A backup that is read, checked and ready to take the place of what is there. */
export interface Staged {
  replace(): Promise<void>;
  /** Leaves everything as it was. */
  discard(): Promise<void>;
}

/** Looks at a store of a backup before it takes the place of what is there. @throws {BackupError} */
export type CheckStore = (store: StoreName, run: RunSql) => Promise<void>;

/** What is restored from which file. */
export interface RestoreSource {
  readonly part: BackupPart;
  readonly path: string;
  readonly stores: readonly StoreName[];
}

/**
 * Restores stores from files of a backup: all of them are opened, checked to their end and brought beside what is there, before anything
 * of that is replaced.
 * @throws {BackupError}
 */
export async function restoreBackup(config: Config, sources: readonly RestoreSource[]): Promise<void> {
  const staged: Staged[] = [];
  try {
    for (const source of sources) staged.push(...(await stage(config, source)));
    for (const one of staged) await one.replace();
  } catch (error) {
    for (const one of staged) await one.discard();
    throw error;
  }
}

async function stage(config: Config, { part, path, stores }: RestoreSource): Promise<Staged[]> {
  const read = (): AsyncGenerator<ArchivePiece> =>
    readArchive(open(createReadStream(path) as AsyncIterable<Buffer>, config.secrets.backupKey, part));
  const isFile = (name: StoreName) => dialectOf(storeOptions(name, config).url) === 'sqlite';
  const files = stores.filter(isFile);
  const servers = stores.filter((name) => !isFile(name));
  const staged: Staged[] = [];
  if (files.length > 0) {
    const paths = new Map(files.map((name) => [name, storeOptions(name, config).url.slice('sqlite:'.length)]));
    const migrations = new Set(files.flatMap((name) => migrationNames(name, config)));
    staged.push(await stageSqlite(read(), paths, { migrations, check: checkKeys(config) }));
  }
  if (servers.length > 0) {
    const { stagePostgres } = await import('./restore-postgres.ts');
    staged.push(await stagePostgres(config, servers, { read, check: checkKeys(config) }));
  }
  return staged;
}

/**
 * A key store of a destroyed epoch opens nothing: that is what destroying it is for, and it must not replace one that does. A remote provider
 * cannot be asked before its agreement is at hand; there the next start tells.
 */
function checkKeys({ keyProvider, dataDir }: Config): CheckStore {
  return async (store, run) => {
    if (store !== 'keys' || keyProvider.kind !== 'local') return;
    const closed = await closedEpochsIn(run, openKeyProvider(keyProvider, dataDir));
    if (closed.length === 0) return;
    throw new BackupError(
      `The keyring does not open the keys of this backup, of epoch ${closed.join(', ')}: bring the keyring of its time, or a newer backup. Nothing was replaced.`,
    );
  };
}

function migrationNames(name: StoreName, config: Config): string[] {
  return storeOptions(name, config).migrations.sqlite.map(
    (Known) => new Known({} as never, {} as never).name ?? Known.name,
  );
}
