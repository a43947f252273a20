import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { type Client, DatabaseError, type PoolClient } from 'pg';
import type { DatabaseLimits } from './database-limits.ts';
import { askInTime } from './postgres-client.ts';

/** What a command answers the number of rows of, as Kysely counts them. */
const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** The codes by which the server says that it ends a connection. */
const ENDED = /^(?:08|57P|25P03)/;

const NO_LIMITS = 'set statement_timeout = 0; set idle_in_transaction_session_timeout = 0';
const USUAL_LIMITS = 'reset statement_timeout; reset idle_in_transaction_session_timeout';

/** A connection of a pool, in the hands of one caller. */
export class PooledConnection implements DatabaseConnection {
  readonly #client: PoolClient & Client;
  readonly #limitMs: number;
  readonly #long: boolean;
  #released = false;
  /** The server has ended it, or is about to, or nobody knows what it would answer next. */
  #lost = false;

  constructor(client: PoolClient, { longAnswerMs, answerMs }: DatabaseLimits, long: boolean) {
    // What a pool hands out are clients, whatever its types say.
    this.#client = client as PoolClient & Client;
    this.#limitMs = long ? longAnswerMs : answerMs;
    this.#long = long;
  }

  /** Makes it ready for its caller. */
  async prepare(): Promise<void> {
    if (this.#long) await this.#ask(NO_LIMITS);
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await this.#ask(sql, parameters);
    return { numAffectedRows: CHANGES.has(command) ? BigInt(rowCount ?? 0) : undefined, rows: (rows ?? []) as Row[] };
  }

  // biome-ignore lint/correctness/useYield: it is part of the interface, and nothing reads a result in parts.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Results are not read in parts.');
  }

  /** Gives it back as it was before. */
  async giveBack(): Promise<void> {
    if (this.#long && !this.#lost) await this.#ask(USUAL_LIMITS).catch(() => this.discard());
    this.release();
  }

  /** Gives it back to the pool, which ends it if it is lost; only the first call counts. */
  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#client.release(this.#lost);
  }

  /** Has the pool end it, whatever state it is in. */
  discard(): void {
    this.#lost = true;
    this.release();
  }

  async #ask(text: string, parameters?: readonly unknown[]): ReturnType<typeof askInTime> {
    try {
      return await askInTime(this.#client, this.#limitMs, text, parameters);
    } catch (error) {
      this.#lost ||= !(error instanceof DatabaseError) || ENDED.test(error.code ?? '');
      throw error;
    }
  }
}
