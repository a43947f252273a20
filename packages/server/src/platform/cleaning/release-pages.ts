import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { CleaningError } from './cleaning-error.ts';

/** How many free pages are given back at a time, which takes milliseconds. */
const PAGES = 500;

/** How often it is tried while others read or write, and how long is waited in between, in ms. */
const TRIES = 50;
const BETWEEN_MS = 100;

/**
 * Gives the free pages of an SQLite file back, and empties its log of writes, which holds pages as they were before a deletion. Readers
 * and writers go on meanwhile; it never waits for them inside SQLite, where this whole process would stand still.
 * @throws {CleaningError} if others kept it from that all the time.
 */
export async function releasePages(file: string): Promise<void> {
  const database = new Database(file, { timeout: 0, fileMustExist: true });
  try {
    database.pragma('secure_delete = ON');
    // A file from before has no map of its pages until it is rewritten: its free pages hold zeros and stay.
    while (freePages(database) > 0 && isIncremental(database)) {
      await unlessBusy(() => database.pragma(`incremental_vacuum(${PAGES})`));
    }
    await unlessBusy(() => {
      const [log] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      return log?.busy === 0;
    });
  } finally {
    database.close();
  }
}

/** Whether a file is of a version that could not give free pages back a few at a time; it can once it is rewritten. */
export function isOfEarlierVersion(file: string): boolean {
  const database = new Database(file, { fileMustExist: true });
  try {
    return !isIncremental(database);
  } finally {
    database.close();
  }
}

function isIncremental(database: Database.Database): boolean {
  return database.pragma('auto_vacuum', { simple: true }) === 2;
}

function freePages(database: Database.Database): number {
  return database.pragma('freelist_count', { simple: true }) as number;
}

async function unlessBusy(step: () => unknown): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      if (step() !== false) return;
    } catch (error) {
      if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error;
    }
    await wait(BETWEEN_MS);
  }
  throw new CleaningError('The log of an SQLite file could not be emptied: somebody reads it.');
}
