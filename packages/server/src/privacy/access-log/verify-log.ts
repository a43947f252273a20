import { ownSql } from '../../platform/orm/own-sql.ts';
import type { Store } from '../../platform/orm/store.ts';
import { leafHash } from './leaf.ts';

/** What is wrong with a log. */
export type LogFault =
  /** The entry is not what its leaf hash commits to. */
  | 'ALTERED'
  /** The entry does not follow the one before it in its subject's chain. */
  | 'CHAIN_BROKEN'
  /** Entries are missing in a subject's chain or in the whole. */
  | 'MISSING'
  /** The salt of a leaf is gone: it cannot be checked. */
  | 'SALT_MISSING';

/** The outcome of a check: how many entries were good, and what was found first, with the global sequence number it was found at. */
export interface LogCheck {
  readonly entries: number;
  readonly fault: { readonly kind: LogFault; readonly sequence: number } | null;
}

interface EntryRow {
  readonly id: string;
  readonly sequence: number | string;
  readonly at: string;
  readonly viewerKind: string;
  readonly viewerId: string | null;
  readonly role: string | null;
  readonly purpose: string;
  readonly reason: string;
  readonly caseId: string | null;
  readonly coordinates: string;
  readonly pseudonym: string;
  readonly subjectSequence: number;
  readonly previousLeaf: Buffer | null;
  readonly leaf: Buffer;
  readonly salt: Buffer | null;
}

const SELECT = `select entry.id, entry.sequence, at, viewer_kind as "viewerKind", viewer_id as "viewerId", role, purpose, reason,
  case_id as "caseId", coordinates, pseudonym, subject_sequence as "subjectSequence", previous_leaf as "previousLeaf", leaf, salt
  from access_entry entry left join leaf_salt on leaf_salt.sequence = entry.sequence`;

const BATCH = 500;

/** Walks the chain of one subject from its first entry and recomputes every leaf (D8). */
export async function verifySubjectChain(store: Store, subjectId: string): Promise<LogCheck> {
  const sql = ownSql(store);
  const [mapping] = await sql.run<{ pseudonym: string | null; entries: number; head: Buffer | null }>(
    'select pseudonym, entries, head from subject_pseudonym where subject_id = ?',
    [subjectId],
  );
  if (!mapping?.pseudonym) return { entries: 0, fault: null };
  let seen = 0;
  let last = 0;
  let head: Buffer | null = null;
  for (;;) {
    const rows: EntryRow[] = await sql.run<EntryRow>(
      `${SELECT} where pseudonym = ? and subject_sequence > ? order by subject_sequence limit ${BATCH}`,
      [mapping.pseudonym, seen],
    );
    for (const row of rows) {
      const fault = faultOf(row, seen + 1, head);
      if (fault) return { entries: seen, fault: { kind: fault, sequence: Number(row.sequence) } };
      seen += 1;
      last = Number(row.sequence);
      head = row.leaf;
    }
    if (rows.length < BATCH) break;
  }
  if (seen !== mapping.entries) return { entries: seen, fault: { kind: 'MISSING', sequence: last + 1 } };
  return { entries: seen, fault: sameBytes(head, mapping.head) ? null : { kind: 'ALTERED', sequence: last } };
}

/** Walks the whole log: no gap in the sequence, every leaf as computed, every chain linked. */
export async function verifyLog(store: Store): Promise<LogCheck> {
  const sql = ownSql(store);
  const heads = new Map<string, { position: number; leaf: Buffer }>();
  let seen = 0;
  for (;;) {
    const rows = await sql.run<EntryRow>(`${SELECT} where entry.sequence > ? order by entry.sequence limit ${BATCH}`, [
      seen,
    ]);
    for (const row of rows) {
      const sequence = Number(row.sequence);
      if (sequence !== seen + 1) return { entries: seen, fault: { kind: 'MISSING', sequence: seen + 1 } };
      const before = heads.get(row.pseudonym);
      const fault = faultOf(row, (before?.position ?? 0) + 1, before?.leaf ?? null);
      if (fault) return { entries: seen, fault: { kind: fault, sequence } };
      heads.set(row.pseudonym, { position: row.subjectSequence, leaf: row.leaf });
      seen = sequence;
    }
    if (rows.length < BATCH) break;
  }
  const [counter] = await sql.run<{ entries: number | string }>('select entries from log_head where id = 1');
  const complete = Number(counter?.entries ?? 0) === seen;
  return { entries: seen, fault: complete ? null : { kind: 'MISSING', sequence: seen + 1 } };
}

function faultOf(row: EntryRow, position: number, previous: Buffer | null): LogFault | null {
  if (row.subjectSequence !== position) return 'MISSING';
  if (!sameBytes(row.previousLeaf, previous)) return 'CHAIN_BROKEN';
  if (!row.salt) return 'SALT_MISSING';
  const coordinates = JSON.parse(row.coordinates) as string[];
  const computed = leafHash({ ...row, sequence: Number(row.sequence), coordinates }, row.salt);
  return computed.equals(row.leaf) ? null : 'ALTERED';
}

function sameBytes(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
