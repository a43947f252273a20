import { ownSql } from '../../platform/orm/own-sql.ts';
import { placeholders } from '../../platform/orm/raw-sql.ts';
import type { Store } from '../../platform/orm/store.ts';
import type { LoggedViewerKind } from './access-event.ts';

/** An entry of the log as the person it is about may see it. */
export interface HistoryEntry {
  readonly id: string;
  /** The subject whom its pseudonym stands for. */
  readonly subjectId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly viewerKind: LoggedViewerKind;
  readonly role: string | null;
  readonly purpose: string;
  readonly reason: string;
  readonly coordinates: readonly string[];
  /** Its place in the chain of its subject. */
  readonly position: number;
}

/** Whose entries, and which of them. */
export interface HistoryPage {
  readonly subjectIds: readonly string[];
  readonly limit: number;
  /** Id of the entry that the page begins after. */
  readonly after?: string | null;
}

/** How many subjects go into one statement: databases limit the number of parameters. */
const SUBJECTS = 500;

interface EntryRow extends Omit<HistoryEntry, 'coordinates'> {
  readonly coordinates: string;
  readonly sequence: number | string;
}

/**
 * The entries about subjects, newest first; null if the page begins after an entry that is none of theirs. They are found while a subject
 * is known, by the tie of their pseudonym (D8); what nobody can see is how many entries the log has of others.
 */
export async function readHistory(
  log: Store,
  { subjectIds, limit, after }: HistoryPage,
): Promise<HistoryEntry[] | null> {
  const { run } = ownSql(log);
  const before = after == null ? null : await sequenceOf(log, subjectIds, after);
  if (after != null && before === null) return null;
  const found: EntryRow[] = [];
  for (const batch of batches(subjectIds)) {
    found.push(
      ...(await run<EntryRow>(
        `select entry.id, subject_id as "subjectId", at, viewer_kind as "viewerKind", role, purpose, reason, coordinates,
           subject_sequence as position, sequence
         from access_entry entry join subject_pseudonym known on known.pseudonym = entry.pseudonym
         where subject_id in ${placeholders(batch.length)} ${before === null ? '' : 'and sequence < ?'}
         order by sequence desc limit ?`,
        [...batch, ...(before === null ? [] : [before]), limit],
      )),
    );
  }
  return found
    .sort((one, other) => Number(other.sequence) - Number(one.sequence))
    .slice(0, limit)
    .map(({ sequence: _sequence, coordinates, ...entry }) => ({
      ...entry,
      coordinates: JSON.parse(coordinates) as string[],
    }));
}

/** How many entries there are about subjects. */
export async function countHistory(log: Store, subjectIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const batch of batches(subjectIds)) {
    const [row] = await ownSql(log).run<{ entries: number | string | null }>(
      `select sum(entries) as entries from subject_pseudonym where subject_id in ${placeholders(batch.length)}`,
      batch,
    );
    count += Number(row?.entries ?? 0);
  }
  return count;
}

async function sequenceOf(log: Store, subjectIds: readonly string[], id: string): Promise<number | null> {
  // What is no UUID would be an error of PostgreSQL's.
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [row] = await ownSql(log).run<{ sequence: number | string; subjectId: string }>(
    `select sequence, subject_id as "subjectId" from access_entry entry
     join subject_pseudonym known on known.pseudonym = entry.pseudonym where entry.id = ?`,
    [id],
  );
  return row && subjectIds.includes(row.subjectId) ? Number(row.sequence) : null;
}

function batches(subjectIds: readonly string[]): (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let start = 0; start < subjectIds.length; start += SUBJECTS)
    parts.push(subjectIds.slice(start, start + SUBJECTS));
  return parts;
}
