import type { Configuration } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlPlatform } from '@mikro-orm/postgresql';
import { AbstractSqlDriver } from '@mikro-orm/sql';
import { PostgresDialect } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import { KeepingPostgresDriver } from './postgres-connection.ts';

class KeepingPostgresDialect extends PostgresDialect {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): KeepingPostgresDriver {
    return new KeepingPostgresDriver(this.#pool);
  }
}

class KeepingPostgresConnection extends PostgreSqlConnection {
  override createKyselyDialect(overrides: PoolConfig): PostgresDialect {
    const pool = new Pool(this.mapOptions(overrides));
    // An error that nobody listens to would end the process. Who waits for an answer is told by it, and the pool lets the client go.
    const ignore = () => undefined;
    pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
    return new KeepingPostgresDialect(pool);
  }
}

/** The ORM on PostgreSQL. */
export class KeepingPostgresOrmDriver extends AbstractSqlDriver<KeepingPostgresConnection> {
  constructor(config: Configuration) {
    super(config, new PostgreSqlPlatform(), KeepingPostgresConnection, ['kysely', 'pg']);
  }
}
