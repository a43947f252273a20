import { join } from 'node:path';
import { openReadOnly } from '../../platform/orm/read-only.ts';
import { filesIn } from '../canary/file-sources.ts';
import type { TracedFiles } from './traced-files.ts';

/** The files of a PostgreSQL server. */
export interface PostgresFiles extends TracedFiles {
  /** The log of writes, in which what was deleted stays until it is overwritten. */
  readonly writeAheadLog: string;
}

/**
 * The files of the databases of stores, if this user can read the folder of the server; null if it cannot be. Where it is says the
 * server, if it may be asked, or the caller.
 */
export async function listPostgresFiles(urls: readonly string[], given: string | null): Promise<PostgresFiles | null> {
  const paths: string[] = [];
  const tables = new Map<string, string>();
  let folder = given;
  for (const url of new Set(urls)) {
    const database = await openReadOnly(url);
    try {
      folder ??= await dataFolder(database.run);
      if (folder === null) return null;
      const [own] = await database.run<{ oid: number }>(
        'select oid from pg_database where datname = current_database()',
      );
      const base = join('base', String(own?.oid));
      const files = await readable(join(folder, base));
      if (!files) return null;
      paths.push(...files);
      const relations = await database.run<{ path: string; name: string }>(
        `select pg_relation_filepath(c.oid) as path, coalesce(i.indrelid, t.oid, c.oid)::regclass::text as name
         from pg_class c left join pg_index i on i.indexrelid = c.oid left join pg_class t on t.reltoastrelid = c.oid
         where pg_relation_filepath(c.oid) is not null`,
      );
      for (const { path, name } of relations) tables.set(join(folder, path), name.replaceAll('"', ''));
    } finally {
      await database.close();
    }
  }
  if (folder === null) return null;
  const writeAheadLog = join(folder, 'pg_wal');
  paths.push(...((await readable(writeAheadLog)) ?? []));
  return {
    paths,
    writeAheadLog,
    tablesAt: async ({ path }) => {
      const relation = path.replace(/(?:_(?:fsm|vm|init))?(?:\.\d+)?$/, '');
      return [tables.get(relation) ?? (path.startsWith(writeAheadLog) ? 'write-ahead log' : 'a file of no table')];
    },
  };
}

async function dataFolder(run: Awaited<ReturnType<typeof openReadOnly>>['run']): Promise<string | null> {
  try {
    const [setting] = await run<{ data_directory: string }>('show data_directory');
    return setting?.data_directory ?? null;
  } catch {
    return null;
  }
}

async function readable(folder: string): Promise<string[] | null> {
  const files = await filesIn(folder, true).catch(() => []);
  return files.length > 0 ? files : null;
}
