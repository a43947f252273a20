import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { ArchivePiece } from './archive.ts';

/**
 * An SQLite file as it is at one moment, beside the running server: a copy without free pages is written to `copy`, read, and removed. It
 * holds what the file holds, sealed as there.
 */
export async function* readSqlite(store: string, file: string, copy: string): AsyncGenerator<ArchivePiece> {
  const database = new Database(file, { timeout: 30_000, fileMustExist: true });
  try {
    database.prepare('vacuum into ?').run(copy);
  } finally {
    database.close();
  }
  try {
    yield { entry: { kind: 'SQLITE', store } };
    for await (const bytes of createReadStream(copy)) yield { bytes: bytes as Buffer };
  } finally {
    await rm(copy, { force: true });
  }
}
