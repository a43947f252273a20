import type { SqlRunner, SqlValue } from '../../platform/orm/raw-sql.ts';
import type { ScanChunk, ScanSource } from './scan-source.ts';

/** A store whose tables are looked through. */
export interface TableScanOptions {
  /** The store's name, as it is reported. */
  readonly store: string;
  readonly sql: Pick<SqlRunner, 'run' | 'dialect'>;
}

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Pages of PostgreSQL that are read at a time. */
const PAGES = 8;
/** Rows of SQLite that are read at a time. */
const ROWS = 100;

/** Types that no text fits into, by their name in PostgreSQL. */
const NO_TEXT = [
  'bool',
  'date',
  'timestamp',
  'timestamptz',
  'time',
  'timetz',
  'interval',
  'uuid',
  'int2',
  'int4',
  'oid',
];

/** Every table of a store with all columns that can hold text or bytes, whether the program knows the table or not. */
export async function tableSources({ store, sql }: TableScanOptions): Promise<ScanSource[]> {
  const tables = sql.dialect === 'postgresql' ? await postgresTables(sql) : await sqliteTables(sql);
  return tables
    .filter(({ columns }) => columns.length > 0)
    .map((table) => ({
      name: `${store}.${['main', 'public'].includes(table.schema) ? '' : `${table.schema}.`}${table.name}`,
      read: (from: number) =>
        sql.dialect === 'postgresql' ? postgresChunks(sql, table, from) : sqliteChunks(sql, table, from),
    }));
}

async function postgresTables({ run }: Pick<SqlRunner, 'run'>): Promise<Table[]> {
  const rows = await run<{ schema: string; table: string; column: string; type: string }>(
    `select n.nspname as "schema", c.relname as "table", a.attname as "column", t.typname as "type"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_type t on t.oid = a.atttypid
     where c.relkind in ('r', 'm') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
       and has_table_privilege(c.oid, 'select') and t.typname not in (${NO_TEXT.map((type) => `'${type}'`).join(', ')})
     order by 1, 2, a.attnum`,
  );
  return grouped(rows);
}

async function sqliteTables({ run }: Pick<SqlRunner, 'run'>): Promise<Table[]> {
  return grouped(
    await run(
      `select 'main' as "schema", m.name as "table", c.name as "column", lower(c.type) as "type"
       from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' order by m.name, c.cid`,
    ),
  );
}

function grouped(rows: readonly { schema: string; table: string; column: string; type: string }[]): Table[] {
  const tables = new Map<string, Table & { columns: { name: string; type: string }[] }>();
  for (const { schema, table, column, type } of rows) {
    const key = JSON.stringify([schema, table]);
    const known = tables.get(key) ?? { schema, name: table, columns: [] };
    known.columns.push({ name: column, type });
    tables.set(key, known);
  }
  return [...tables.values()];
}

/**
 * A few pages at a time, by the place of the rows: bounded work for each statement, no transaction that stays open, and no key needed. A
 * row that moves meanwhile may be missed, and is seen the next time.
 */
async function* postgresChunks({ run }: Pick<SqlRunner, 'run'>, table: Table, from: number): AsyncGenerator<ScanChunk> {
  const place = `${quoted(table.schema)}.${quoted(table.name)}`;
  const columns = table.columns.map(
    ({ name, type }, at) => `${quoted(name)}${type === 'bytea' ? '' : '::text'} as c${at}`,
  );
  const [size] = await run<{ pages: number | string }>(
    `select pg_relation_size(to_regclass('${place.replaceAll("'", "''")}')) / current_setting('block_size')::int as pages`,
  );
  for (let at = from; at < Number(size?.pages ?? 0); at += PAGES) {
    const rows = await run<Record<string, SqlValue>>(
      `select ${columns.join(', ')} from ${place} where ctid >= '(${at},0)'::tid and ctid < '(${at + PAGES},0)'::tid`,
    );
    yield chunkOf(table, rows, at + PAGES);
  }
}

async function* sqliteChunks({ run }: Pick<SqlRunner, 'run'>, table: Table, from: number): AsyncGenerator<ScanChunk> {
  const columns = table.columns.map(({ name }, at) => `${quoted(name)} as c${at}`);
  for (let at = from; ; at += ROWS) {
    const rows = await run<Record<string, SqlValue>>(
      `select ${columns.join(', ')} from ${quoted(table.name)} limit ${ROWS} offset ${at}`,
    );
    if (rows.length === 0) return;
    yield chunkOf(table, rows, at + ROWS);
  }
}

function chunkOf(table: Table, rows: readonly Record<string, SqlValue>[], next: number): ScanChunk {
  const parts = new Map(table.columns.map(({ name }, at) => [name, joined(rows.map((row) => row[`c${at}`]))] as const));
  return { bytes: joined([...parts.values()]), next, parts };
}

/** Values with two zeros between them, which no encoding of a word contains. */
function joined(values: readonly (SqlValue | undefined)[]): Buffer {
  const gap = Buffer.alloc(2);
  return Buffer.concat(
    values.flatMap((value) => {
      if (value === null || value === undefined) return [];
      return [value instanceof Uint8Array ? value : Buffer.from(String(value), 'utf8'), gap];
    }),
  );
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
