import { stat } from 'node:fs/promises';
import { openReadOnly } from '../../platform/orm/read-only.ts';
import { dialectOf } from '../../platform/orm/store.ts';
import { tableSources } from '../canary/table-sources.ts';
import { type Needle, needleOfUuid } from './needles.ts';
import { listPostgresFiles, type PostgresFiles } from './postgres-files.ts';
import { inBytes, type Match, scanFile } from './scan-for-needles.ts';
import { needlesOfRows, readSubjectRows, type SubjectRow, TOMBSTONES } from './subject-rows.ts';
import { listTracedFiles, shownName, type TablesAt } from './traced-files.ts';

/** Where the traces of a subject are looked for. */
export interface TraceSearch {
  readonly subjectId: string;
  /** What is looked for besides the subject's identifiers. */
  readonly values: readonly Needle[];
  /** What is known of the subject from before, in place of what the stores still lead to. */
  readonly marks?: readonly Needle[];
  /** Whether PostgreSQL's log of writes is left out, which is large and keeps what is sealed until it is overwritten. */
  readonly withoutWriteAheadLog?: boolean;
  /** The addresses of the stores, by their names. */
  readonly stores: Readonly<Record<'main' | 'keys' | 'log', string>>;
  /** The folders that the shop writes to, by the names that they are reported by. */
  readonly folders: Readonly<Record<string, string>>;
  /** The folder of the erasure ledger. */
  readonly ledger: string;
  /** The folder of the PostgreSQL server, if the server does not say or is not asked. */
  readonly postgresData: string | null;
  readonly onProgress: (done: number, total: number) => void;
}

/** What was found, never with a value. */
export interface TraceReport {
  /** Such as `placed_order.email in main.db, table placed_order (bytes)`. */
  readonly found: readonly string[];
  /** Places of what may remain. */
  readonly remaining: readonly string[];
  /** How many rows lead to the subject, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** How many files were looked through. */
  readonly files: number;
  /** How PostgreSQL was looked through; null without it. */
  readonly postgres: 'FILES' | 'TABLES' | null;
}

/** Looks for a subject in every file that the shop writes (P4.6): by identifiers, ciphertexts, wrapped key and blind indexes, and by values. */
export async function findTraces(search: TraceSearch): Promise<TraceReport> {
  const { subjectId, stores } = search;
  const rows = await rowsOf(search);
  const own = search.marks ?? [needleOfUuid('subject id', subjectId), ...needlesOfRows(rows, subjectId)];
  const needles = [...own, ...search.values];
  const urls = [...new Set(Object.values(stores))];
  const files = await listTracedFiles(
    [...new Set([...Object.values(search.folders), search.ledger])],
    urls.filter((url) => dialectOf(url) === 'sqlite').map((url) => url.slice('sqlite:'.length)),
  );
  const servers = urls.filter((url) => dialectOf(url) === 'postgresql');
  const postgres = servers.length > 0 ? await listPostgresFiles(servers, search.postgresData) : null;
  const report = { found: new Set<string>(), remaining: new Set<string>() };
  const places = [
    ...files.paths.map((path): Place => ({ path, shown: shownName(path, search.folders), tablesAt: files.tablesAt })),
    ...(postgres
      ? postgres.paths
          .filter((path) => !search.withoutWriteAheadLog || !path.startsWith(postgres.writeAheadLog))
          .map((path) => postgresPlace(path, postgres))
      : []),
  ];
  await scanPlaces(places, needles, search, report);
  if (servers.length > 0) await scanTables(search, needles, report);
  return {
    found: [...report.found].sort(),
    remaining: [...report.remaining].sort(),
    rows: countByTable(rows),
    files: places.length,
    postgres: servers.length === 0 ? null : postgres ? 'FILES' : 'TABLES',
  };
}

interface Place {
  readonly path: string;
  readonly shown: string;
  readonly tablesAt: TablesAt;
}

interface Report {
  readonly found: Set<string>;
  readonly remaining: Set<string>;
}

const WRITE_AHEAD_LOG = 'write-ahead log';

/**
 * Where the id of a subject may stand besides the tombstones: events are rows for a while, and say no more than that somebody's key is gone;
 * the planner's samples have the ids of tombstones among them.
 */
const ID_PLACES: ReadonlySet<string> = new Set([...TOMBSTONES, 'bus_event', 'pg_statistic']);

function postgresPlace(path: string, { writeAheadLog, tablesAt }: PostgresFiles): Place {
  const shown = path.startsWith(writeAheadLog) ? 'PostgreSQL' : `PostgreSQL ${path.split('/').slice(-3).join('/')}`;
  return { path, shown, tablesAt };
}

async function rowsOf({ stores, subjectId }: TraceSearch): Promise<SubjectRow[]> {
  const rows: SubjectRow[] = [];
  for (const url of new Set(Object.values(stores))) {
    const database = await openReadOnly(url);
    try {
      rows.push(...(await readSubjectRows(database, subjectId)));
    } finally {
      await database.close();
    }
  }
  return rows;
}

async function scanPlaces(places: readonly Place[], needles: readonly Needle[], search: TraceSearch, report: Report) {
  const sizes = await Promise.all(
    places.map(({ path }) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  for (const [at, place] of places.entries()) {
    const before = done;
    for (const match of await scanFile(place.path, needles, (bytes) => {
      done += bytes;
      search.onProgress(Math.min(done, total), total);
    })) {
      await judge(place, match, search, report);
    }
    done = before + (sizes[at] ?? 0);
  }
}

/** What is where it may be goes to the one list, everything else to the other. */
async function judge({ path, shown, tablesAt }: Place, match: Match, { ledger, values }: TraceSearch, report: Report) {
  const { needle, encoding, offsets } = match;
  const isId = needle.kind === 'subject id';
  if (isId && path.startsWith(ledger)) {
    report.remaining.add(`subject id in the erasure ledger, ${shown}`);
    return;
  }
  const tables = await tablesAt({ path, offsets });
  for (const table of tables ?? [null]) {
    const where = `${needle.kind} in ${shown}${table === null ? '' : `, ${table.includes(' ') ? '' : 'table '}${table}`}`;
    const mayRemain =
      table !== null && ((isId && ID_PLACES.has(table)) || (table === WRITE_AHEAD_LOG && !values.includes(needle)));
    if (mayRemain) report.remaining.add(where);
    else report.found.add(`${where} (${encoding})`);
  }
}

/** Rows of PostgreSQL may stand in its memory alone; and where its files cannot be read there is no more to be seen. */
async function scanTables({ stores }: TraceSearch, needles: readonly Needle[], report: Report): Promise<void> {
  const seen = new Set<string>();
  for (const [store, url] of Object.entries(stores)) {
    if (seen.has(url) || dialectOf(url) === 'sqlite') continue;
    seen.add(url);
    const database = await openReadOnly(url);
    try {
      for (const source of await tableSources({ store, sql: database })) {
        const table = source.name.slice(store.length + 1);
        for await (const { bytes, parts } of source.read(0)) {
          for (const [column, within] of parts ?? [['', bytes] as const]) {
            for (const { needle, encoding } of inBytes(within, needles)) {
              const where = `${needle.kind} in ${source.name}.${column}`;
              const mayRemain = needle.kind === 'subject id' && ID_PLACES.has(table);
              report[mayRemain ? 'remaining' : 'found'].add(mayRemain ? where : `${where} (${encoding})`);
            }
          }
        }
      }
    } finally {
      await database.close();
    }
  }
}

function countByTable(rows: readonly SubjectRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { table } of rows) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}
