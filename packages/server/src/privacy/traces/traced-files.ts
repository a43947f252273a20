import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { filesIn, mayBeRead } from '../canary/file-sources.ts';

/** A place in a file where something was found. */
export interface FoundAt {
  readonly path: string;
  readonly offsets: readonly number[];
}

/** Tells in which tables places of a file lie; null where that cannot be told. */
export type TablesAt = (found: FoundAt) => Promise<readonly string[] | null>;

/** What a scan reads. */
export interface TracedFiles {
  readonly paths: readonly string[];
  readonly tablesAt: TablesAt;
}

/** Every file of these folders, and SQLite files with what is kept beside them. */
export async function listTracedFiles(folders: readonly string[], databases: readonly string[]): Promise<TracedFiles> {
  const inFolders = await Promise.all(folders.map((folder) => filesIn(folder, true)));
  const beside = await Promise.all(
    databases.map(async (path) => (await filesIn(dirname(path), false)).filter((file) => file.startsWith(path))),
  );
  return {
    paths: [...new Set([...inFolders, ...beside].flat())].filter(mayBeRead).sort(),
    tablesAt: async ({ path, offsets }) => {
      const database = databases.find((one) => path === one || path === `${one}-wal`);
      return database === undefined ? null : tablesOfPages(database, path, offsets);
    },
  };
}

/** The size of the head of a log of writes, and of that of each page in it. */
const WAL_HEAD = 32;
const FRAME_HEAD = 24;

/** The tables of the pages at these places; an index counts as its table, a page of none as free. */
async function tablesOfPages(file: string, path: string, offsets: readonly number[]): Promise<string[]> {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const size = database.pragma('page_size', { simple: true }) as number;
    const pages =
      path === file ? offsets.map((at) => Math.floor(at / size) + 1) : await pagesInLog(path, offsets, size);
    const owners = database
      .prepare<unknown[], { page: number; name: string }>(
        `select d.pageno as page, coalesce(m.tbl_name, d.name) as name from dbstat d
         left join sqlite_master m on m.name = d.name where d.pageno in (select value from json_each(?))`,
      )
      .all(JSON.stringify(pages));
    const byPage = new Map(owners.map(({ page, name }) => [page, name]));
    return [...new Set(pages.map((page) => byPage.get(page) ?? 'free pages'))];
  } finally {
    database.close();
  }
}

async function pagesInLog(path: string, offsets: readonly number[], size: number): Promise<number[]> {
  const { open } = await import('node:fs/promises');
  const file = await open(path, 'r');
  try {
    const number = Buffer.alloc(4);
    const pages: number[] = [];
    for (const at of offsets) {
      const frame = Math.floor((at - WAL_HEAD) / (size + FRAME_HEAD));
      await file.read(number, 0, 4, WAL_HEAD + frame * (size + FRAME_HEAD));
      pages.push(number.readUInt32BE());
    }
    return pages;
  } finally {
    await file.close();
  }
}

/** How a file is reported. */
export function shownName(path: string, folders: Readonly<Record<string, string>>): string {
  for (const [name, folder] of Object.entries(folders)) {
    if (path.startsWith(join(folder, '/'))) return join(name, path.slice(folder.length + 1));
  }
  return basename(path);
}
