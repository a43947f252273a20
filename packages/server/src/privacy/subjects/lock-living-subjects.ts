import type { SqlEntityManager } from '@mikro-orm/sql';
import { placeholders, sqlIn } from '../../platform/orm/raw-sql.ts';
import { noteSubjectLock, transactionOf } from './subject-locks.ts';

/** How long (ms) a transaction that holds subjects waits for a row of theirs before it gives way. */
const WAITS_MS = 300;

/**
 * Locks the rows of subjects in the caller's transaction against everybody who writes for them, and answers which it got: those who are
 * active, no canary (decision 015), and not being written for by another at this moment. The transaction gives way, by an error, where
 * somebody is in the middle of something with a row of theirs; it never makes them wait for long.
 * @throws {PrivacyError} SUBJECT_NOT_LOCKED if `em` is in no transaction.
 */
export async function lockLivingSubjects(em: SqlEntityManager, subjectIds: readonly string[]): Promise<Set<string>> {
  transactionOf(em);
  if (subjectIds.length === 0) return new Set();
  const { run, dialect } = sqlIn(em);
  if (dialect === 'postgresql') await run(`set local lock_timeout = ${WAITS_MS}`);
  // A transaction of SQLite is the only one that writes from its beginning.
  const rows = await run<{ id: string }>(
    `select id from subject where id in ${placeholders(subjectIds.length)} and state = 'ACTIVE' and kind <> 'CANARY'
     order by id ${dialect === 'postgresql' ? 'for update skip locked' : ''}`,
    subjectIds,
  );
  for (const { id } of rows) noteSubjectLock(em, id);
  return new Set(rows.map(({ id }) => id));
}

/** Whether an error says that a transaction gave way to another, on PostgreSQL: nothing is wrong, try again later. */
export function gaveWay(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (code === '55P03' || code === '40P01') return true;
  }
  return false;
}
