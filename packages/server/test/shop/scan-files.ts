import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Client } from 'pg';
import type { StoreUrls } from '../stores/open-stores.ts';
import { findTraces } from './find-traces.ts';
import type { SubjectMark } from './subject-marks.ts';

/** What is looked for. */
export interface Wanted {
  /** Plain values, in whatever encoding. */
  readonly values: readonly string[];
  readonly marks: readonly SubjectMark[];
}

/** Every file of a folder, however deep. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Looks through whole files; answers what is found, as `main.db: placed_order.email`. */
export function scanFiles(folder: string, files: readonly string[], { values, marks }: Wanted): string[] {
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    const found = [
      ...findTraces(bytes, values),
      ...marks.filter((mark) => bytes.includes(mark.bytes)).map(({ name }) => name),
    ];
    return found.map((trace) => `${relative(folder, file)}: ${trace}`);
  });
}

/** The files of PostgreSQL, written out from its memory; null where the server's files cannot be reached. */
export interface PostgresFiles {
  readonly folder: string;
  /** Tables and indexes of the databases of these stores. */
  readonly tables: readonly string[];
  readonly writeAheadLog: readonly string[];
}

/** Has PostgreSQL write everything to its files, and lists them. */
export async function postgresFiles(urls: StoreUrls): Promise<PostgresFiles | null> {
  const names = [...new Set(Object.values(urls))].map((url: string) => new URL(url).pathname.slice(1));
  const client = new Client({ connectionString: urls.mainUrl });
  await client.connect();
  try {
    await client.query('checkpoint');
    const setting = await client.query<{ data_directory: string }>('show data_directory');
    const folder = setting.rows[0]?.data_directory ?? '';
    if (!existsSync(folder)) return null;
    const { rows } = await client.query<{ oid: string }>('select oid::text from pg_database where datname = any($1)', [
      names,
    ]);
    const tables = rows.flatMap(({ oid }) => filesIn(join(folder, 'base', oid)));
    return { folder, tables, writeAheadLog: filesIn(join(folder, 'pg_wal')) };
  } finally {
    await client.end();
  }
}
