import type { SqlRunner } from './raw-sql.ts';
import type { Store } from './store.ts';

/** The SQLite files that refused a write, and have not been seen to take one since. */
const doubted = new Set<string>();

/** What SQLite says when the disk is full, broken or read-only. */
const REFUSED = /^SQLITE_(?:FULL|IOERR|READONLY)/;

/** Enough for what an order writes to any of the stores. */
const ROOM_BYTES = 65_536;

/** Does a statement on a file, and remembers the file if it takes no writes. */
export function watchingRoom<Result>(file: string, statement: () => Result): Result {
  try {
    return statement();
  } catch (error) {
    if (REFUSED.test((error as { code?: string }).code ?? '')) doubted.add(file);
    throw error;
  }
}

/**
 * Finds out whether a store that refused a write takes them again, by writing and taking back as much as an order needs; where
 * none was refused it costs nothing. On PostgreSQL the disk is the server's to watch.
 * @param sql the connection that the store is written by.
 * @throws what the write failed by.
 */
export async function requireRoom(store: Store, sql: SqlRunner): Promise<void> {
  const file = store.config.get('dbName') ?? '';
  if (!doubted.has(file)) return;
  await sql.transaction(async (run) => {
    await run('create table room_probe (filler blob)');
    await run(`insert into room_probe values (zeroblob(${ROOM_BYTES}))`);
    await run('drop table room_probe');
  });
  doubted.delete(file);
}
