import type { Configuration } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlPlatform } from '@mikro-orm/postgresql';
import { Pool, type PoolConfig } from 'pg';
import { DATABASE_LIMITS, type DatabaseLimits } from './database-limits.ts';
import { PromptClient } from './postgres-client.ts';
import { KeepingPostgresDialect } from './postgres-dialect.ts';
import { RowDriver } from './row-driver.ts';

/** What the ORM hands through. */
type PoolOptions = PoolConfig & { readonly limits?: DatabaseLimits };

class KeepingPostgresConnection extends PostgreSqlConnection {
  override createKyselyDialect({ limits = DATABASE_LIMITS, ...overrides }: PoolOptions): KeepingPostgresDialect {
    const options: PoolOptions = {
      ...this.mapOptions(overrides),
      limits,
      Client: PromptClient,
      keepAlive: true,
      statement_timeout: limits.statementMs,
      idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    };
    const pool = new Pool(options);
    // An error that nobody listens to would end the process. Who waits for an answer is told by it, and the pool lets the client go.
    const ignore = () => undefined;
    pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
    return new KeepingPostgresDialect(pool, limits);
  }
}

/** The ORM on PostgreSQL; limits other than the usual ones are in `driverOptions`. */
export class KeepingPostgresOrmDriver extends RowDriver<KeepingPostgresConnection> {
  constructor(config: Configuration) {
    super(config, new PostgreSqlPlatform(), KeepingPostgresConnection, ['kysely', 'pg']);
  }
}
