import { join } from 'node:path';
import { type ArchivePiece, writeArchive } from '../../platform/backup/archive.ts';
import { readSqlite } from '../../platform/backup/read-sqlite.ts';
import { type BackupPart, seal } from '../../platform/backup/sealed-file.ts';
import { dialectOf } from '../../platform/orm/store.ts';
import type { Config } from '../config.ts';
import { type StoreName, storeOptions } from '../stores.ts';
import { writeBackupFile } from './backup-files.ts';

/** What lies in which half: whoever has one of them opens nothing (D1). */
export const PARTS: Readonly<Record<BackupPart, readonly StoreName[]>> = { data: ['main', 'log'], keys: ['keys'] };

/** Writes a half of a backup into a folder; answers the path of the file. */
export function writeBackup(config: Config, part: BackupPart, folder: string, at: Date): Promise<string> {
  const pieces = piecesOf(config, PARTS[part]);
  return writeBackupFile(
    folder,
    part,
    at,
    seal(writeArchive(pieces), config.secrets.backupKey, { part, at: at.toISOString() }),
  );
}

/** The stores one after the other, each as it is at its own moment: they have no transaction in common (decision 006). */
async function* piecesOf(config: Config, names: readonly StoreName[]): AsyncGenerator<ArchivePiece> {
  for (const url of new Set(names.map((name) => storeOptions(name, config).url))) {
    const stores = names.filter((name) => storeOptions(name, config).url === url);
    if (dialectOf(url) === 'sqlite') {
      for (const name of stores) {
        const copy = join(config.dataDir, `${name}.${process.pid}.backup-copy`);
        yield* readSqlite(name, url.slice('sqlite:'.length), copy);
      }
    } else {
      const { readPostgres } = await import('../../platform/backup/read-postgres.ts');
      yield* readPostgres(
        url,
        stores.map((name) => storedTables(name, config)),
      );
    }
  }
}

/** The tables and migrations of a store. */
export function storedTables(name: StoreName, config: Pick<Config, 'mainUrl' | 'keysUrl' | 'logUrl'>) {
  const { entities, migrations } = storeOptions(name, config);
  return {
    name,
    tables: entities.map((entity) => entity.tableName),
    // As the ORM names them: by their own name, which a bundle keeps.
    migrations: migrations.postgresql.map(
      (Migration) => new Migration({} as never, {} as never).name ?? Migration.name,
    ),
  };
}
