import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import {
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
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

/** How far a write is brought before it counts as done. */
export interface Durability {
  /**
   * Whether it survives a power cut. What does not is not waited for until it is on the disk; it survives the end of the process, and
   * whatever is durable takes everything before it along.
   */
  readonly durable: boolean;
}

/** As everything is written for which nothing else is said. */
export const DURABLE: Durability = { durable: true };

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
  /** Counts the transactions. */
  #present = 0;
  readonly #entered = new WeakMap<object, number>();
  /** Why the present transaction could not begin. */
  #failure: Error | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#database = new Database(file);
    for (const pragma of SQLITE_PRAGMAS) this.#database.pragma(pragma);
    this.dialect = new TurnTakingDialect({
      database: { close: () => this.#database.close(), prepare: (text) => this.#prepare(text) },
    });
  }

  /** Notes that who names this transaction, or a savepoint in it, means the present one. */
  enter(transaction: object): void {
    this.#entered.set(transaction, this.#present);
  }

  /**
   * Whether a statement needs not wait for the connection: in its transaction, or while nobody is in one. Kysely is not asked, which takes
   * a transaction for open for some steps after it has ended, and a savepoint for ever.
   * @throws {TransactionEndedError} if its transaction is over.
   */
  mayRunNow(transaction: object | undefined): boolean {
    if (!transaction) return !this.#begun;
    if (!this.#begun || this.#entered.get(transaction) !== this.#present) throw new TransactionEndedError();
    return true;
  }

  /**
   * Runs work in a transaction, past Kysely, which must have given the connection to the caller for as long. Work is given what it names
   * the transaction by; a throw rolls back. Resolves after the commit.
   */
  async transaction<Result>(work: (transaction: object) => Promise<Result>, { durable }: Durability): Promise<Result> {
    await nextTurn();
    const transaction = {};
    // It cannot be changed in a transaction, and what is set when one begins holds for its commit.
    if (!durable) this.#waitForDisk(false);
    try {
      this.execute('begin', []);
      if (this.#failure) throw this.#failure;
      this.enter(transaction);
      const result = await work(transaction);
      this.execute('commit', []);
      return result;
    } catch (error) {
      this.execute('rollback', []);
      throw error;
    } finally {
      if (!durable) this.#waitForDisk(true);
    }
  }

  /**
   * Runs a statement at once, past Kysely, whose ways to a connection cost more than most statements do. For who is in the present
   * transaction, or while nobody is.
   */
  execute(text: string, parameters: readonly Bindable[], { durable }: Durability = DURABLE): SqliteAnswer {
    if (durable || this.#begun) return this.#execute(text, parameters);
    this.#waitForDisk(false);
    try {
      return this.#execute(text, parameters);
    } finally {
      this.#waitForDisk(true);
    }
  }

  /** Whether commits are on the disk before they count as done. In WAL mode NORMAL leaves that to the next one that is. */
  #waitForDisk(waits: boolean): void {
    this.#database.pragma(`synchronous = ${waits ? 'FULL' : 'NORMAL'}`);
  }

  #execute(text: string, parameters: readonly Bindable[]): SqliteAnswer {
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
      if (this.#begun && !this.#database.inTransaction) throw this.#failure ?? new TransactionEndedError();
      return watchingRoom(this.#file, execute);
    };
    return {
      reader: statement.reader,
      all: (parameters) => guarded(() => statement.all(...parameters)),
      iterate: (parameters) => guarded(() => statement.iterate(...parameters)),
      run: (parameters) => {
        if (text === 'begin') return this.#begin(statement);
        if (text === 'rollback') this.#begun = false;
        if (text === 'rollback' && !this.#database.inTransaction) return NOTHING_CHANGED;
        const result = guarded(() => statement.run(...parameters));
        if (text === 'commit') this.#begun = this.#database.inTransaction;
        return result;
      },
    };
  }

  /**
   * Kysely never gives the connection to anybody again if a transaction cannot begin, such as when another process writes for longer than
   * is waited for. So it begins in any case, and what is run in it fails.
   */
  #begin(statement: Database.Statement): typeof NOTHING_CHANGED {
    this.#present += 1;
    this.#failure = undefined;
    try {
      watchingRoom(this.#file, () => statement.run());
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error('A transaction did not begin.', { cause: error });
    }
    this.#begun = true;
    return NOTHING_CHANGED;
  }
}

/**
 * Each transaction begins in a turn of the process's own: SQLite answers at once, and many that wait for each other would keep the process
 * from hearing anything else, so that what it has asked others would time out unread. Before it takes the write lock, which others may wait for.
 */
class TurnTakingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await nextTurn();
    await super.beginTransaction(connection);
  }
}

class TurnTakingDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new TurnTakingDriver(this.#config);
  }
}

/** SQLite plans a statement anew each time that its limit is bound to it, since the plan may depend on it. */
const LIMIT = ' limit ?';
