import Database from 'better-sqlite3';
import { SqliteDialect, type SqliteStatement } from 'kysely';
import { SQLITE_PRAGMAS } from './sqlite-pragmas.ts';

/** How many prepared statements are kept. */
const PREPARED = 300;

/**
 * An SQLite file as Kysely and the ORM use it.
 *
 * Transactions begin by taking the write lock: one that reads first and writes later fails at once with SQLITE_BUSY when another
 * process (an import by the operator) has written in between, and no timeout helps there. A statement that is written again and
 * again is prepared once.
 */
export function sqliteDialect(file: string): SqliteDialect {
  const database = new Database(file);
  for (const pragma of SQLITE_PRAGMAS) database.pragma(pragma);
  const prepared = new Map<string, SqliteStatement>();
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const known = prepared.get(text);
        if (known) return known;
        const statement = database.prepare(text === 'begin' ? 'begin immediate' : text) as unknown as SqliteStatement;
        // Where the ORM has written the values into a statement, between quotes, it comes once.
        const comesAgain = text.includes('?') || !text.includes("'");
        if (comesAgain && prepared.size < PREPARED) prepared.set(text, statement);
        return statement;
      },
    },
  });
}
