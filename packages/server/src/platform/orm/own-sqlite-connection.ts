import Database from 'better-sqlite3';
import type { RunSql, SqlRunner, SqlValue } from './raw-sql.ts';
import { watchingRoom } from './require-room.ts';
import { SQLITE_PRAGMAS } from './sqlite-pragmas.ts';
import { TransactionEndedError } from './transaction-ended-error.ts';

type Statement = Database.Statement<unknown[], unknown>;

/** How many prepared statements are kept. */
const PREPARED = 200;

/**
 * A connection to an SQLite file for one part of the program alone. Transactions take turns; a statement outside of them waits
 * until the present one has ended.
 */
export class OwnSqliteConnection implements SqlRunner {
  readonly dialect = 'sqlite';
  readonly #file: string;
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Statement>();
  #turn: Promise<unknown> = Promise.resolve();
  #open = false;

  constructor(file: string) {
    this.#file = file;
    this.#database = new Database(file);
    for (const pragma of SQLITE_PRAGMAS) this.#database.pragma(pragma);
  }

  readonly run: RunSql = async <Row>(text: string, parameters: readonly SqlValue[] = []) => {
    if (this.#open) await this.#turn;
    return this.#execute<Row>(text, parameters);
  };

  transaction<Result>(work: (run: RunSql) => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(() => this.#inTransaction(work));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  close(): void {
    this.#database.close();
  }

  async #inTransaction<Result>(work: (run: RunSql) => Promise<Result>): Promise<Result> {
    this.#execute('begin immediate', []);
    this.#open = true;
    try {
      const result = await work(async (text, parameters = []) => {
        // A full disk ends a transaction by itself; what is left of it must not be written outside of any.
        if (!this.#database.inTransaction) throw new TransactionEndedError();
        return this.#execute(text, parameters);
      });
      this.#execute('commit', []);
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.#execute('rollback', []);
      throw error;
    } finally {
      this.#open = false;
    }
  }

  #execute<Row>(text: string, parameters: readonly SqlValue[]): Row[] {
    const statement = this.#statement(text);
    return watchingRoom(this.#file, () => {
      if (statement.reader) return statement.all(...parameters) as Row[];
      statement.run(...parameters);
      return [];
    });
  }

  #statement(text: string): Statement {
    const known = this.#prepared.get(text);
    if (known) return known;
    const statement = this.#database.prepare<unknown[], unknown>(text);
    if (this.#prepared.size < PREPARED) this.#prepared.set(text, statement);
    return statement;
  }
}
