import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { CleaningError } from './cleaning-error.ts';

/** Tables of a PostgreSQL database. */
export interface DatabaseTables {
  readonly url: string;
  readonly tables: readonly string[];
}

/** How long a table's lock is waited for, in ms: everybody who comes meanwhile queues up behind. */
const LOCK_MS = 2_000;

/** How often a table is written for the sake of rows that a transaction still sees, and how long is waited in between, in ms. */
const TRIES = 5;
const BETWEEN_MS = 300;

/** What a server that speaks English says of deleted rows that it had to keep. */
const KEPT = /\b[1-9]\d* dead row versions cannot be removed yet/;

/** What a rewrite reached. */
export interface RewrittenTables {
  /** False if something was not this user's to rewrite: in general the samples, of which the owner of the database has the right. */
  readonly complete: boolean;
}

/** Removes the deleted rows of tables, beside readers and writers. Some of their bytes stay in pages that are in use. */
export async function vacuumTables({ url, tables }: DatabaseTables): Promise<void> {
  await withClient(url, async (client) => {
    for (const table of tables) await client.query(`vacuum ${client.escapeIdentifier(table)}`);
  });
}

/**
 * Writes tables and their indexes anew, and then the samples that the planner keeps of their columns: a plain VACUUM leaves deleted
 * bytes in pages, and the samples hold values until the table is analysed again (decision 022). Nobody reads or writes a table while it
 * is written.
 * @throws {CleaningError} if a table was in use all the time, or a transaction that began before still sees what was deleted.
 */
export async function rewriteTables({ url, tables }: DatabaseTables): Promise<RewrittenTables> {
  return withClient(url, async (client) => {
    let complete = true;
    let kept = false;
    client.on('notice', ({ code, detail }) => {
      // The class of warnings, in whatever language the server speaks.
      if (code?.startsWith('01')) complete = false;
      if (KEPT.test(detail ?? '')) kept = true;
    });
    const rewrite = async (table: string) => {
      for (let tries = 1; ; tries += 1) {
        kept = false;
        await unlessLocked(client.query(`vacuum (full, verbose, analyze) ${table}`));
        if (!kept) break;
        // A transaction that sees them still, and they were written anew like any other row: most are over at once, a backup's is not.
        if (tries === TRIES) throw new CleaningError('Deleted rows stay: a transaction from before still sees them.');
        await wait(BETWEEN_MS);
      }
    };
    for (const table of tables) {
      await rewrite(client.escapeIdentifier(table));
      if (!(await clearSamples(client, table))) complete = false;
    }
    await rewrite('pg_catalog.pg_statistic');
    return { complete };
  });
}

/**
 * Removes the samples of a table that is empty: ANALYZE leaves those as they were, so that the last rows would stay in them for good. Answers
 * whether it could: before version 18 only a superuser may.
 */
async function clearSamples(client: Client, table: string): Promise<boolean> {
  const { rows: left } = await client.query(`select 1 from ${client.escapeIdentifier(table)} limit 1`);
  if (left.length > 0) return true;
  const { rows: sampled } = await client.query<{ schema: string; column: string; inherited: boolean }>(
    `select schemaname as schema, attname as column, inherited from pg_stats
      where schemaname = current_schema() and tablename = $1`,
    [table],
  );
  if (sampled.length === 0) return true;
  const { rows: known } = await client.query(`select 1 from pg_proc where proname = 'pg_clear_attribute_stats'`);
  if (known.length > 0) {
    for (const { schema, column, inherited } of sampled) {
      await client.query('select pg_clear_attribute_stats($1, $2, $3, $4)', [schema, table, column, inherited]);
    }
    return true;
  }
  try {
    await client.query('delete from pg_catalog.pg_statistic where starelid = to_regclass(quote_ident($1))', [table]);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  }
}

/** The size of tables with their indexes, in bytes. */
export async function sizeOfTables({ url, tables }: DatabaseTables): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ size: string | null }>(
      'select sum(pg_total_relation_size(to_regclass(quote_ident(name)))) as size from unnest($1::text[]) as name',
      [[...tables]],
    );
    return Number(rows[0]?.size ?? 0);
  });
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, lock_timeout: LOCK_MS, application_name: 'barrier cleaning' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function unlessLocked(statement: Promise<unknown>): Promise<void> {
  try {
    await statement;
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw new CleaningError('A table could not be written anew: it was in use all the time.', { cause: error });
  }
}
