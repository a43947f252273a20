import Database from 'better-sqlite3';
import { SqliteDialect, type SqliteStatement } from 'kysely';
import type { SqlValue } from './raw-sql.ts';
import { watchingRoom } from './require-room.ts';
import { SQLITE_PRAGMAS } from './sqlite-pragmas.ts';
import { TransactionEndedError } from './transaction-ended-error.ts';

/** How many prepared statements are kept. */
const PREPARED = 300;

const NOTHING_CHANGED = { changes: 0, lastInsertRowid: 0 };

/** What SQLite can be handed beside a statement. */
export type Bindable = SqlValue | bigint;

/** What a statement answered: its rows, or how many it changed. */
export interface SqliteAnswer {
  readonly rows: unknown[];
  readonly numAffectedRows?: bigint;
  readonly insertId?: bigint;
}

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
export class SqliteFile {
  /** The same file, for Kysely. */
  readonly dialect: SqliteDialect;
  readonly #file: string;
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, SqliteStatement>();
  #begun = false;

  constructor(file: string) {
    this.#file = file;
    this.#database = new Database(file);
    for (const pragma of SQLITE_PRAGMAS) this.#database.pragma(pragma);
    this.dialect = new SqliteDialect({
      database: { close: () => this.#database.close(), prepare: (text) => this.#prepare(text) },
    });
  }

  /** Whether somebody is in a transaction: nobody else may run a statement then. */
  get isTaken(): boolean {
    return this.#begun;
  }

  /**
   * Runs a statement at once, past Kysely, whose ways to a connection cost more than most statements do. For who is in the present
   * transaction, or while nobody is.
   */
  execute(text: string, parameters: readonly Bindable[]): SqliteAnswer {
    const oneRow = text.endsWith(LIMIT) && parameters.at(-1) === 1;
    const statement = oneRow ? this.#prepare(`${text.slice(0, -1)}1`) : this.#prepare(text);
    const values = oneRow ? parameters.slice(0, -1) : parameters;
    if (statement.reader) return { rows: statement.all(values) };
    const { changes, lastInsertRowid } = statement.run(values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare(text: string): SqliteStatement {
    const known = this.#prepared.get(text);
    if (known) return known;
    const statement = this.#guarded(text);
    // Where the ORM has written the values into a statement, between quotes, it comes once.
    const comesAgain = text.includes('?') || !text.includes("'");
    if (comesAgain && this.#prepared.size < PREPARED) this.#prepared.set(text, statement);
    return statement;
  }

  #guarded(text: string): SqliteStatement {
    const statement = this.#database.prepare(text === 'begin' ? 'begin immediate' : text);
    const guarded = <Result>(execute: () => Result): Result => {
      if (this.#begun && !this.#database.inTransaction) throw new TransactionEndedError();
      return watchingRoom(this.#file, execute);
    };
    return {
      reader: statement.reader,
      all: (parameters) => guarded(() => statement.all(...parameters)),
      iterate: (parameters) => guarded(() => statement.iterate(...parameters)),
      run: (parameters) => {
        if (text === 'begin' || text === 'rollback') this.#begun = false;
        if (text === 'rollback' && !this.#database.inTransaction) return NOTHING_CHANGED;
        const result = guarded(() => statement.run(...parameters));
        if (text === 'begin' || text === 'commit') this.#begun = this.#database.inTransaction;
        return result;
      },
    };
  }
}

/** SQLite plans a statement anew each time that its limit is bound to it, since the plan may depend on it. */
const LIMIT = ' limit ?';
