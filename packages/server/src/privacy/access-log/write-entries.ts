import { randomUUID } from 'node:crypto';
import { placeholders, type RunSql, type SqlRunner, type SqlValue } from '../../platform/orm/raw-sql.ts';
import { drawNonce } from '../../platform/tokens/draw-nonce.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import type { AccessEvent } from './access-event.ts';
import { leafHash } from './leaf.ts';

/** Where a subject's chain stands. */
interface Chain {
  readonly subjectId: string;
  pseudonym: string | null;
  entries: number;
  head: Buffer | null;
}

/** An event and the sequence number it got; null for a subject who is forgotten, about whom nothing is logged any more. */
export interface WrittenEvent {
  readonly event: AccessEvent;
  readonly sequence: number | null;
}

/** How many rows go into one statement: databases limit the number of parameters. */
const ROWS = 500;

/**
 * Writes one entry per event in one transaction. The row lock on the counter puts all writers in order, so that sequence
 * numbers have no gap and follow the order of the commits, and no two entries of a subject have the same predecessor.
 */
export function writeEntries(sql: SqlRunner, events: readonly AccessEvent[], at: Date): Promise<WrittenEvent[]> {
  return sql.transaction(async (run) => {
    const [counter] = await run<{ entries: number | string }>(
      'update log_head set entries = entries + ? where id = 1 returning entries',
      [events.length],
    );
    if (!counter) throw new Error('The access log has no counter; it is made when the log is opened.');
    const chains = await readChains(run, [...new Set(events.map(({ subjectId }) => subjectId))]);
    let sequence = Number(counter.entries) - events.length;
    const entries: SqlValue[][] = [];
    const salts: SqlValue[][] = [];
    const written = events.map((event) => {
      const chain = chains.get(event.subjectId);
      if (!chain || chain.pseudonym === null) return { event, sequence: null };
      sequence += 1;
      const salt = drawNonce(16);
      entries.push(extend({ ...chain, pseudonym: chain.pseudonym }, chain, event, sequence, at.toISOString(), salt));
      salts.push([sequence, salt]);
      return { event, sequence };
    });
    const skipped = events.length - entries.length;
    if (skipped > 0) await run('update log_head set entries = entries - ? where id = 1', [skipped]);
    await insertRows(run, ENTRY_COLUMNS, entries);
    await insertRows(run, 'leaf_salt (sequence, salt)', salts);
    const moved = [...chains.values()].filter(({ pseudonym }) => pseudonym !== null);
    await insertRows(
      run,
      'subject_pseudonym (subject_id, pseudonym, entries, head)',
      moved.map((chain) => [chain.subjectId, chain.pseudonym, chain.entries, chain.head]),
      'on conflict (subject_id) do update set entries = excluded.entries, head = excluded.head',
    );
    return written;
  });
}

const ENTRY_COLUMNS = `access_entry (id, sequence, at, viewer_kind, viewer_id, role, purpose, reason, case_id, coordinates,
  pseudonym, subject_sequence, previous_leaf, leaf)`;

/** Puts an event at the end of its subject's chain; answers the values of its row. */
function extend(
  { pseudonym, head }: { pseudonym: string; head: Buffer | null },
  chain: Chain,
  event: AccessEvent,
  sequence: number,
  at: string,
  salt: Buffer,
): SqlValue[] {
  const subjectSequence = chain.entries + 1;
  const id = newId();
  const leaf = leafHash({ ...event, sequence, id, at, pseudonym, subjectSequence, previousLeaf: head }, salt);
  chain.entries = subjectSequence;
  chain.head = leaf;
  const { viewerKind, viewerId, role, purpose, reason, caseId, coordinates } = event;
  const who = [viewerKind, viewerId, role, purpose, reason, caseId];
  return [id, sequence, at, ...who, JSON.stringify(coordinates), pseudonym, subjectSequence, head, leaf];
}

async function readChains(run: RunSql, subjectIds: readonly string[]): Promise<Map<string, Chain>> {
  const chains = new Map<string, Chain>(
    subjectIds.map((subjectId) => [subjectId, { subjectId, pseudonym: randomUUID(), entries: 0, head: null }]),
  );
  for (let start = 0; start < subjectIds.length; start += ROWS) {
    const batch = subjectIds.slice(start, start + ROWS);
    const rows = await run<Chain>(
      `select subject_id as "subjectId", pseudonym, entries, head from subject_pseudonym
       where subject_id in ${placeholders(batch.length)}`,
      batch,
    );
    for (const row of rows) chains.set(row.subjectId, { ...row });
  }
  return chains;
}

async function insertRows(run: RunSql, target: string, rows: readonly SqlValue[][], conflict = ''): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS) {
    const batch = rows.slice(start, start + ROWS);
    const width = batch[0]?.length ?? 0;
    await run(`insert into ${target} values ${placeholders(width, batch.length)} ${conflict}`, batch.flat());
  }
}
