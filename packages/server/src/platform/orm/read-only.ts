import Database from 'better-sqlite3';
import type { Client } from 'pg';
import type { RunSql, SqlRunner, SqlValue } from './raw-sql.ts';
import { dialectOf } from './store.ts';

/** A database that is looked at and not changed, not even brought up to date. */
export interface ReadOnlyDatabase extends Pick<SqlRunner, 'run' | 'dialect'> {
  close(): Promise<void>;
}

/** Opens the database of a store for reading. */
export async function openReadOnly(url: string): Promise<ReadOnlyDatabase> {
  return dialectOf(url) === 'sqlite' ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url);
}

function openSqlite(file: string): ReadOnlyDatabase {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  const run: RunSql = async <Row>(text: string, parameters: readonly SqlValue[] = []) =>
    database.prepare<unknown[], Row>(text).all(...parameters);
  return { dialect: 'sqlite', run, close: async () => void database.close() };
}

async function openPostgres(url: string): Promise<ReadOnlyDatabase> {
  // A shop on SQLite never needs it.
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url, options: '-c default_transaction_read_only=on' });
  await client.connect();
  return { dialect: 'postgresql', run: runOn(client), close: () => client.end() };
}

/** Hand-written statements on a connection of PostgreSQL; `?` stands for a parameter. */
export function runOn(client: Client): RunSql {
  return async <Row>(text: string, parameters: readonly SqlValue[] = []) => {
    let count = 0;
    const { rows } = await client.query(
      text.replaceAll('?', () => `$${++count}`),
      [...parameters],
    );
    return rows as Row[];
  };
}
