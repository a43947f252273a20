import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ArchivePiece } from './archive.ts';

/** A store in a database of PostgreSQL. */
export interface StoredTables {
  readonly name: string;
  readonly tables: readonly string[];
  /** The names of its migrations, in order. */
  readonly migrations: readonly string[];
}

/**
 * A database as it is at one moment, beside everybody else: in one transaction that sees nothing that is committed later. Tables come after
 * those that their foreign keys name.
 */
export async function* readPostgres(url: string, stores: readonly StoredTables[]): AsyncGenerator<ArchivePiece> {
  const client = new Client({ connectionString: url, application_name: 'barrier backup' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const ran = await client.query<{ name: string }>('select name from mikro_orm_migrations order by id');
    const known = new Set(ran.rows.map(({ name }) => name));
    yield {
      entry: {
        kind: 'DATABASE',
        stores: stores.map(({ name, migrations }) => ({
          name,
          migrations: migrations.filter((one) => known.has(one)),
        })),
      },
    };
    for (const { name: store, tables } of stores) {
      for (const table of await inOrder(client, tables)) {
        const columns = await columnsOf(client, table);
        yield { entry: { kind: 'TABLE', store, table, columns } };
        const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
        const rows = client.query(copyTo(`copy ${client.escapeIdentifier(table)} (${list}) to stdout`));
        for await (const bytes of rows) yield { bytes: bytes as Buffer };
      }
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = to_regclass(quote_ident($1)) and attnum > 0 and not attisdropped
     and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** The tables of a list that are there, each after those that it refers to. */
async function inOrder(client: Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; parents: string[] }>(
    `select c.relname as name, array(select p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
       where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid) as parents
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname = any($1) order by c.relname`,
    [[...tables]],
  );
  const parents = new Map(rows.map(({ name, parents: of }) => [name, of]));
  const ordered = new Set<string>();
  const add = (name: string, below: ReadonlySet<string>) => {
    if (below.has(name) || !parents.has(name)) return;
    for (const parent of parents.get(name) ?? []) add(parent, new Set([...below, name]));
    ordered.add(name);
  };
  for (const { name } of rows) add(name, new Set());
  return [...ordered];
}
