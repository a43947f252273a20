import { type DatabaseConnection, PostgresDialect, PostgresDriver } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { type DatabaseLimits, DatabaseSilentError } from './database-limits.ts';
import { isLongWork } from './long-work.ts';
import { PooledConnection } from './pooled-connection.ts';

/**
 * Connections of a pool that do not get lost, and are not waited for in vain. Kysely gives a connection back after its transaction has
 * ended, which one whose BEGIN or ROLLBACK fails never does: each that the server ended meanwhile would be a place in the pool less.
 */
class KeepingPostgresDriver extends PostgresDriver {
  readonly #pool: Pool;
  readonly #limits: DatabaseLimits;
  /** When anybody was last given a connection. */
  #lastTurn = 0;

  constructor(pool: Pool, limits: DatabaseLimits) {
    super({ pool });
    this.#pool = pool;
    this.#limits = limits;
  }

  override async acquireConnection(): Promise<PooledConnection> {
    const long = isLongWork();
    const connection = new PooledConnection(await this.#turn(), this.#limits, long);
    try {
      await connection.prepare();
      return connection;
    } catch (error) {
      connection.discard();
      throw error;
    }
  }

  /** Waits for a connection while others get theirs. A queue that does not move is that of a database which does not answer. */
  #turn(): Promise<PoolClient> {
    const asked = performance.now();
    return new Promise((resolve, reject) => {
      let limit: NodeJS.Timeout | undefined;
      let over = false;
      const look = () => {
        const left = Math.max(asked, this.#lastTurn) + this.#limits.turnMs - performance.now();
        over = left <= 0;
        if (over) reject(new DatabaseSilentError());
        else limit = setTimeout(look, left);
      };
      look();
      this.#pool.connect().then(
        (client) => {
          clearTimeout(limit);
          this.#lastTurn = performance.now();
          if (over) client.release();
          else resolve(client);
        },
        (error) => {
          clearTimeout(limit);
          reject(error);
        },
      );
    });
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
    await (connection as PooledConnection).giveBack();
  }
}

/** A pool of connections to PostgreSQL as Kysely and the ORM use it. */
export class KeepingPostgresDialect extends PostgresDialect {
  readonly #pool: Pool;
  readonly #limits: DatabaseLimits;

  constructor(pool: Pool, limits: DatabaseLimits) {
    super({ pool });
    this.#pool = pool;
    this.#limits = limits;
  }

  override createDriver(): PostgresDriver {
    return new KeepingPostgresDriver(this.#pool, this.#limits);
  }
}
