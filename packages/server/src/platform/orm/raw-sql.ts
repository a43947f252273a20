import type { Platform } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { CompiledQuery, type ControlledTransaction, type Kysely, type QueryResult } from 'kysely';
import { DURABLE, type Durability, type SqliteFile } from './sqlite-file.ts';
import type { Dialect, Store } from './store.ts';

/** A value that a statement may take. */
export type SqlValue = string | number | null | Uint8Array;

/** Runs a statement on a connection or in a transaction; answers its rows. On PostgreSQL, and in a transaction, it is always durable. */
export type RunSql = <Row = Record<string, unknown>>(
  text: string,
  parameters?: readonly SqlValue[],
  durability?: Durability,
) => Promise<Row[]>;

/** Hand-written statements: `?` stands for a parameter (and nothing else), the same text runs on both dialects. */
export interface SqlRunner {
  readonly dialect: Dialect;
  readonly run: RunSql;
  /** Runs work in a transaction of its own; a throw rolls it back. Resolves after the commit. On PostgreSQL it is always durable. */
  transaction<Result>(work: (run: RunSql) => Promise<Result>, durability?: Durability): Promise<Result>;
}

/** Statements on the connections of a store, without entities, for what is done often. */
export class RawSql implements SqlRunner {
  readonly dialect: Dialect;
  readonly run: RunSql;
  readonly #client: Kysely<unknown>;
  readonly #file: SqliteFile | null;

  constructor(store: Store) {
    this.dialect = dialectOfPlatform(store.em.getPlatform());
    this.#client = store.em.getConnection().getClient<unknown>();
    this.#file = fileOf(store.em);
    this.run = runner(this.#client, this.dialect, this.#file);
  }

  transaction<Result>(work: (run: RunSql) => Promise<Result>, durability = DURABLE): Promise<Result> {
    const file = this.#file;
    if (!file)
      return this.#client.transaction().execute((transaction) => work(runner(transaction, this.dialect, null)));
    return this.#client
      .connection()
      .execute((connection) =>
        file.transaction((transaction) => work(runner(connection, this.dialect, file, transaction)), durability),
      );
  }
}

/** Statements in the transaction of an entity manager, or on its connection if it is in none. */
export function sqlIn(em: SqlEntityManager): Pick<SqlRunner, 'run' | 'dialect'> {
  const dialect = dialectOfPlatform(em.getPlatform());
  const transaction = em.getTransactionContext<Transaction>();
  return { dialect, run: runner(em.getKysely() as unknown as Kysely<unknown>, dialect, fileOf(em), transaction) };
}

/** A transaction as the ORM hands it through. */
export type Transaction = Pick<ControlledTransaction<unknown>, 'isCommitted' | 'isRolledBack' | 'executeQuery'>;

/** The file behind an entity manager, or null on PostgreSQL. */
function fileOf(em: SqlEntityManager): SqliteFile | null {
  return (em.getConnection() as { readonly file?: SqliteFile }).file ?? null;
}

/** The dialect of an open store. */
export function dialectOfPlatform(platform: Platform): Dialect {
  return platform.constructor.name.includes('Sqlite') ? 'sqlite' : 'postgresql';
}

/** `(?, ?, ?)`, or as many of these as there are rows, for `in` lists and `values`. */
export function placeholders(columns: number, rows = 1): string {
  const row = `(${'?, '.repeat(columns).slice(0, -2)})`;
  return `${row}, `.repeat(rows).slice(0, -2);
}

/** @param transaction the one that statements are for; otherwise they wait for whoever is in one. */
function runner(
  client: Pick<Kysely<unknown>, 'executeQuery'>,
  dialect: Dialect,
  file: SqliteFile | null,
  transaction?: object,
): RunSql {
  return async <Row>(text: string, parameters: readonly SqlValue[] = [], durability = DURABLE) => {
    if (file?.mayRunNow(transaction)) return file.execute(text, parameters, durability).rows as Row[];
    const sql = dialect === 'postgresql' ? numbered(text) : text;
    const result: QueryResult<Row> = await client.executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]));
    return result.rows;
  };
}

const numberedTexts = new Map<string, string>();
const REMEMBERED = 500;

/** PostgreSQL numbers its parameters: `$1` for the first. */
function numbered(text: string): string {
  const known = numberedTexts.get(text);
  if (known) return known;
  let count = 0;
  const sql = text.replaceAll('?', () => `$${++count}`);
  if (numberedTexts.size < REMEMBERED) numberedTexts.set(text, sql);
  return sql;
}
