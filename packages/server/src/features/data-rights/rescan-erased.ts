import type { ErasureRescan } from '@barrier/schema/data-rights/erasure.type.ts';
import { parse as parseUuid } from 'uuid';
import { ownSql } from '../../platform/orm/own-sql.ts';
import { placeholders, RawSql, type SqlRunner } from '../../platform/orm/raw-sql.ts';
import { openReadOnly } from '../../platform/orm/read-only.ts';
import type { Store } from '../../platform/orm/store.ts';
import { findTraces } from '../../privacy/traces/find-traces.ts';
import type { Needle } from '../../privacy/traces/needles.ts';
import { readSubjectRows, TOMBSTONES } from '../../privacy/traces/subject-rows.ts';
import type { ErasureDeps } from './erasure-deps.ts';
import { marksOf } from './erasure-marks.ts';

/** Up to this size (bytes) of the shop's stores every file is read for each erasure; a larger one has `privacy:traces` for that. */
const READ_WHOLE = 256 * 1024 * 1024;

/** Tables in which the random id of somebody erased may stand. */
const MAY_HAVE_ID: ReadonlySet<string> = new Set([...TOMBSTONES, 'bus_event']);

/** So many places are named; more say no more. */
const NAMED = 20;

/** What identified the subjects before they were erased: kept in the memory of this process alone, since anywhere else it would be a trace. */
const remembered = new Map<string, { readonly marks: readonly Needle[]; readonly at: number }>();

/** Another process may have finished what this one began; then nobody asks any more. */
const REMEMBERED_MS = 3 * 86_400_000;

/** Remembers ciphertexts, wrapped keys and blind indexes of subjects who are about to be erased, unless somebody has begun before. */
export async function rememberMarks(
  { core, places }: ErasureDeps,
  requestId: string,
  subjectIds: readonly string[],
): Promise<void> {
  const now = core.clock.now().getTime();
  for (const [id, { at }] of remembered) if (now - at > REMEMBERED_MS) remembered.delete(id);
  if (remembered.has(requestId)) return;
  const whole = await core.keys.existing(subjectIds);
  // Of whom a process before this one has erased part, not everything can be known any more.
  if (whole.size < subjectIds.length) return;
  remembered.set(requestId, { marks: await marksOf(places.stores, subjectIds), at: now });
}

/** Forgets them when they have been looked for. */
export function forgetMarks(requestId: string): void {
  remembered.delete(requestId);
}

/** Looks again whether anything is left of erased subjects: rows, keys, pseudonyms, and bytes in every file that the shop writes. */
export async function rescanErased(
  { core, places }: ErasureDeps,
  requestId: string,
  subjectIds: readonly string[],
): Promise<ErasureRescan> {
  const found: string[] = [];
  const rows = await countRows(places.stores, subjectIds, found);
  // In the stores themselves: what is in the memory of a process is another matter.
  const keys = await countOf(ownSql(core.stores.keys), 'from subject_key where', subjectIds);
  const tied = 'from subject_pseudonym where pseudonym is not null and';
  const pseudonyms = await countOf(ownSql(core.stores.log), tied, subjectIds);
  const marks = remembered.get(requestId)?.marks;
  const files = await readFiles({ core, places }, subjectIds, marks ?? [], found);
  return {
    at: core.clock.now().toISOString(),
    clean: rows + keys + pseudonyms + found.length === 0,
    rows,
    keys,
    pseudonyms,
    files,
    withContent: marks !== undefined,
    found: [...new Set(found)].slice(0, NAMED),
  };
}

async function countOf({ run }: SqlRunner, among: string, subjectIds: readonly string[]): Promise<number> {
  if (subjectIds.length === 0) return 0;
  const [found] = await run<{ count: number | string }>(
    `select count(*) as count ${among} subject_id in ${placeholders(subjectIds.length)}`,
    subjectIds,
  );
  return Number(found?.count ?? 0);
}

async function countRows(
  stores: ErasureDeps['places']['stores'],
  subjectIds: readonly string[],
  found: string[],
): Promise<number> {
  let rows = 0;
  for (const url of new Set(Object.values(stores))) {
    const database = await openReadOnly(url);
    try {
      for (const subjectId of subjectIds) {
        const leading = (await readSubjectRows(database, subjectId)).filter(({ table }) => !MAY_HAVE_ID.has(table));
        rows += leading.length;
        found.push(...leading.map(({ table }) => `row of ${table}`));
      }
    } finally {
      await database.close();
    }
  }
  return rows;
}

/** The files are too large to be read for each erasure. */
class TooLargeError extends Error {}

/** How many files were read; null if the shop is too large for that. */
async function readFiles(
  { core, places }: Pick<ErasureDeps, 'core' | 'places'>,
  subjectIds: readonly string[],
  marks: readonly Needle[],
  found: string[],
): Promise<number | null> {
  const [first] = subjectIds;
  if (first === undefined || (await sizeOf(core.stores.main)) > READ_WHOLE) return null;
  try {
    const report = await findTraces({
      ...places,
      subjectId: first,
      values: [],
      marks: [...subjectIds.map(needleOfId), ...marks],
      // It keeps what is sealed until it is overwritten, as the receipt says.
      withoutWriteAheadLog: true,
      postgresData: null,
      onProgress: (_done, total) => {
        if (total > READ_WHOLE) throw new TooLargeError();
      },
    });
    found.push(...report.found);
    return report.files;
  } catch (error) {
    if (error instanceof TooLargeError) return null;
    throw error;
  }
}

/** The size of the database of a store, in bytes; its tables are read as well. */
async function sizeOf(store: Store): Promise<number> {
  const { run, dialect } = new RawSql(store);
  const [database] = await run<{ size: number | string }>(
    dialect === 'postgresql'
      ? 'select pg_database_size(current_database()) as size'
      : 'select page_count * page_size as size from pragma_page_count, pragma_page_size',
  );
  return Number(database?.size ?? 0);
}

/** An id as the databases store it. */
function needleOfId(id: string): Needle {
  return {
    kind: 'subject id',
    folded: [{ encoding: 'UTF-8', bytes: Buffer.from(id) }],
    exact: [{ encoding: 'bytes', bytes: Buffer.from(parseUuid(id)) }],
  };
}
