import type { Configuration, LoggingOptions, RawQueryFragment } from '@mikro-orm/core';
import { AbstractSqlDriver, BaseSqliteConnection, NativeQueryBuilder, SqlitePlatform } from '@mikro-orm/sql';
import { CompiledQuery, type Kysely, type QueryResult } from 'kysely';

/** What SQLite can be handed beside a statement. */
type Bindable = string | number | bigint | null | Uint8Array;

/**
 * Hands values to SQLite beside the statement. The ORM would write them into its text, which then is parsed and planned
 * anew each time: a third of what a write costs, and the values would stand in every log of statements.
 */
class BindingSqliteConnection extends BaseSqliteConnection {
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
        const client = (transaction ?? this.getClient()) as Pick<Kysely<unknown>, 'executeQuery'>;
        const result: QueryResult<unknown> = await client.executeQuery(CompiledQuery.raw(sql, bound));
        return this.transformRawResult<Result>(result, method);
      },
      logging,
    );
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

/** The ORM on SQLite; which file, says the dialect in `driverOptions`. */
export class BindingSqliteDriver extends AbstractSqlDriver<BindingSqliteConnection> {
  constructor(config: Configuration) {
    super(config, new SqlitePlatform(), BindingSqliteConnection, ['kysely', 'better-sqlite3']);
  }
}
