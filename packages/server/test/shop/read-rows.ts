import { dialectOfPlatform } from '../../src/platform/orm/raw-sql.ts';
import type { Store } from '../../src/platform/orm/store.ts';

/** A row of whatever table, as it is stored. */
export interface StoredRow {
  readonly table: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** The tables of a store, by its own schema. */
export async function listTables(store: Store): Promise<string[]> {
  const connection = store.em.getConnection();
  const sqlite = dialectOfPlatform(store.em.getPlatform()) === 'sqlite';
  const rows = await connection.execute<{ name: string }[]>(
    sqlite
      ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
      : "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  return rows.map(({ name }) => name).sort();
}

/** Every row of every table of a store. */
export async function readRows(store: Store): Promise<StoredRow[]> {
  const connection = store.em.getConnection();
  const tables = await listTables(store);
  const read = await Promise.all(
    tables.map(async (table) => {
      const rows = await connection.execute<Record<string, unknown>[]>(`select * from "${table}"`);
      return rows.map((columns) => ({ table, columns }));
    }),
  );
  return read.flat();
}

/** How many rows each table has, to be compared. */
export async function countRows(
  stores: Readonly<Record<'main' | 'keys' | 'log', Store>>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of ['main', 'keys', 'log'] as const) {
    for (const table of await listTables(stores[name])) counts[`${name}.${table}`] = 0;
    for (const { table } of await readRows(stores[name])) {
      counts[`${name}.${table}`] = (counts[`${name}.${table}`] ?? 0) + 1;
    }
  }
  return counts;
}

/** The one number that a query answers. */
export async function readNumber(store: Store, sql: string): Promise<number> {
  const [row] = await store.em.getConnection().execute<Record<string, unknown>[]>(sql);
  return Number(Object.values(row ?? {})[0] ?? 0);
}
