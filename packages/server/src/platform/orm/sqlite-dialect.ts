import Database from 'better-sqlite3';
import { SqliteDialect, type SqliteStatement } from 'kysely';
import { watchingRoom } from './require-room.ts';
import { SQLITE_PRAGMAS } from './sqlite-pragmas.ts';
import { TransactionEndedError } from './transaction-ended-error.ts';

/** How many prepared statements are kept. */
const PREPARED = 300;

const NOTHING_CHANGED = { changes: 0, lastInsertRowid: 0 };

/**
 * An SQLite file as Kysely and the ORM use it.
 *
 * Transactions begin by taking the write lock: one that reads first and writes later fails at once with SQLITE_BUSY when another
 * process (an import by the operator) has written in between, and no timeout helps there. A statement that is written again and
 * again is prepared once.
 *
 * A full disk ends a transaction by itself. What is left of it must not be written outside of any, and to roll it back then
 * would be an error that hides the cause, after which Kysely never gives the connection to anybody again.
 */
export function sqliteDialect(file: string): SqliteDialect {
  const database = new Database(file);
  for (const pragma of SQLITE_PRAGMAS) database.pragma(pragma);
  const prepared = new Map<string, SqliteStatement>();
  let begun = false;
  const prepare = (text: string): SqliteStatement => {
    const statement = database.prepare(text === 'begin' ? 'begin immediate' : text);
    const guarded = <Result>(execute: () => Result): Result => {
      if (begun && !database.inTransaction) throw new TransactionEndedError();
      return watchingRoom(file, execute);
    };
    const run = (parameters: readonly unknown[]) => guarded(() => statement.run(...parameters));
    return {
      reader: statement.reader,
      all: (parameters) => guarded(() => statement.all(...parameters)),
      iterate: (parameters) => guarded(() => statement.iterate(...parameters)),
      run: (parameters) => {
        if (text === 'begin' || text === 'rollback') begun = false;
        if (text === 'rollback' && !database.inTransaction) return NOTHING_CHANGED;
        const result = run(parameters);
        if (text === 'begin' || text === 'commit') begun = database.inTransaction;
        return result;
      },
    };
  };
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const known = prepared.get(text);
        if (known) return known;
        const statement = prepare(text);
        // Where the ORM has written the values into a statement, between quotes, it comes once.
        const comesAgain = text.includes('?') || !text.includes("'");
        if (comesAgain && prepared.size < PREPARED) prepared.set(text, statement);
        return statement;
      },
    },
  });
}
