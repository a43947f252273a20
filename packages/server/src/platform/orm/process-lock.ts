import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keepPrivate } from './keep-private.ts';

/** Thrown when another server process already uses the data folder. */
export class DataFolderInUseError extends Error {
  readonly code = 'DATA_FOLDER_IN_USE';

  constructor(dataDir: string) {
    super(
      `Another Barrier process uses ${dataDir}. On SQLite only one may run; stop it, or use PostgreSQL for several.`,
    );
  }
}

/**
 * Claims a data folder for this process (D10). The claim is an exclusive lock that the operating system holds on a small
 * SQLite file, so it ends with the process however that ends, kill -9 included, and never has to be cleaned up.
 * @throws {DataFolderInUseError}
 */
export function lockDataFolder(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'process.lock');
  keepPrivate(file);
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    throw new DataFolderInUseError(dataDir);
  }
  return { release: () => lock.close() };
}
