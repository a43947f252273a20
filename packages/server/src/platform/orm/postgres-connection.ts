import { type CompiledQuery, type DatabaseConnection, PostgresDriver, type QueryResult } from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';

/** What a command answers the number of rows of, as Kysely counts them. */
const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** The codes by which the server says that it ends a connection. */
const ENDED = /^(?:08|57P|25P03)/;

/** A connection of a pool, in the hands of one caller. */
class PooledConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  #released = false;
  /** The server has ended it, or is about to, or nobody knows what it would answer next. */
  #lost = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const { command, rowCount, rows } = await this.#client.query(sql, [...parameters]);
      return { numAffectedRows: CHANGES.has(command) ? BigInt(rowCount ?? 0) : undefined, rows: (rows ?? []) as Row[] };
    } catch (error) {
      this.#lost ||= !(error instanceof DatabaseError) || ENDED.test(error.code ?? '');
      throw error;
    }
  }

  // biome-ignore lint/correctness/useYield: it is part of the interface, and nothing reads a result in parts.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Results are not read in parts.');
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
}

/**
 * Connections of a pool that do not get lost. Kysely gives a connection back after its transaction ended, and takes a BEGIN, COMMIT or
 * ROLLBACK that failed for none: each connection that the server ended inside a transaction would be a place in the pool less.
 */
export class KeepingPostgresDriver extends PostgresDriver {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override async acquireConnection(): Promise<PooledConnection> {
    return new PooledConnection(await this.#pool.connect());
  }

  override async beginTransaction(...[connection, settings]: Parameters<PostgresDriver['beginTransaction']>) {
    try {
      await super.beginTransaction(connection, settings);
    } catch (error) {
      (connection as PooledConnection).discard();
      throw error;
    }
  }

  /** What cannot be rolled back is ended, which rolls it back as well. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => (connection as PooledConnection).discard());
  }

  override async releaseConnection(connection: unknown): Promise<void> {
    (connection as PooledConnection).release();
  }
}
