import { statSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Up to this size (bytes) a rewritten file is put together in memory, so that nothing of it comes into a temporary one. */
const IN_MEMORY = 256 * 1024 * 1024;

/** How long others are waited for, in ms. */
const PATIENCE_MS = 30_000;

/**
 * Writes an SQLite file anew. `secure_delete` overwrites rows where they are deleted, but when SQLite moves rows between pages to
 * balance them, copies may stay in what no row uses, and nobody overwrites those (decision 022). It also gives a file of an earlier
 * version the map of pages by which free ones are given back. Others cannot write meanwhile.
 */
export function rewriteFile(file: string): void {
  const database = new Database(file, { timeout: PATIENCE_MS, fileMustExist: true });
  try {
    database.pragma('auto_vacuum = INCREMENTAL');
    database.pragma('secure_delete = ON');
    database.pragma('synchronous = FULL');
    database.pragma(`temp_store = ${statSync(file).size <= IN_MEMORY ? 'MEMORY' : 'FILE'}`);
    database.exec('vacuum');
    const [log] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (log?.busy !== 0) throw Object.assign(new Error('The log could not be emptied.'), { code: 'SQLITE_BUSY' });
  } finally {
    database.close();
  }
}
