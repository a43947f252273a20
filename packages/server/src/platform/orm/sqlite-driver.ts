import type { Configuration, LoggingOptions, RawQueryFragment } from '@mikro-orm/core';
import { BaseSqliteConnection, NativeQueryBuilder, SqlitePlatform } from '@mikro-orm/sql';
import { CompiledQuery, type Kysely, type QueryResult, type SqliteDialect } from 'kysely';
import type { Transaction } from './raw-sql.ts';
import { RowDriver } from './row-driver.ts';
import { type Bindable, SqliteFile } from './sqlite-file.ts';

/**
 * Hands values to SQLite beside the statement. The ORM would write them into its text, which then is parsed and planned
 * anew each time: a third of what a write costs, and the values would stand in every log of statements.
 */
class BindingSqliteConnection extends BaseSqliteConnection {
  /** For statements that need not wait for the connection. */
  file: SqliteFile | undefined;

  override createKyselyDialect(): SqliteDialect {
    this.file = new SqliteFile(this.config.get('dbName') ?? '');
    return this.file.dialect;
  }

  override async begin(
    options: Parameters<BaseSqliteConnection['begin']>[0] = {},
  ): ReturnType<BaseSqliteConnection['begin']> {
    const transaction = await super.begin(options);
    this.file?.enter(transaction);
    return transaction;
  }

  override async execute<Result>(
    query: string | NativeQueryBuilder | RawQueryFragment,
    params: readonly unknown[] | Record<string, unknown> = [],
    method: 'all' | 'get' | 'run' = 'all',
    transaction?: Parameters<BaseSqliteConnection['execute']>[3],
    logging?: LoggingOptions,
  ): Promise<Result> {
    const raw = query instanceof NativeQueryBuilder ? query.toRaw() : query;
    const { sql, values } =
      typeof raw === 'string' ? { sql: raw, values: params } : { sql: raw.sql, values: raw.params };
    const bound = boundTo(sql, values);
    if (!bound) return super.execute(raw, params, method, transaction, logging) as Promise<Result>;
    await this.ensureConnection();
    return this.executeQuery<Result>(
      sql,
      async () => {
        return this.transformRawResult<Result>(
          await this.#answer(sql, bound, transaction as Transaction | undefined),
          method,
        );
      },
      logging,
    );
  }

  async #answer(sql: string, bound: Bindable[], transaction: Transaction | undefined): Promise<QueryResult<unknown>> {
    if (this.file?.mayRunNow(transaction)) return this.file.execute(sql, bound);
    const client: Pick<Kysely<unknown>, 'executeQuery'> = transaction ?? this.getClient();
    return client.executeQuery(CompiledQuery.raw(sql, bound));
  }
}

/** Values as SQLite takes them, or null if one of them, or the statement, has to be written out by the ORM. */
function boundTo(sql: string, values: unknown): Bindable[] | null {
  if (!Array.isArray(values) || sql.includes('??') || sql.includes('\\?')) return null;
  const bound: Bindable[] = [];
  for (const value of values as unknown[]) {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
      bound.push(value);
    else if (typeof value === 'boolean') bound.push(value ? 1 : 0);
    else if (value instanceof Uint8Array) bound.push(value);
    else if (value instanceof Date) bound.push(value.getTime());
    else return null;
  }
  return bound;
}

/** The ORM on SQLite. */
export class BindingSqliteDriver extends RowDriver<BindingSqliteConnection> {
  constructor(config: Configuration) {
    super(config, new SqlitePlatform(), BindingSqliteConnection, ['kysely', 'better-sqlite3']);
  }
}
