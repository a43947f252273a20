import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import { ActiveSubject } from './active-subject.ts';
import { noteSubjectLock, transactionOf } from './subject-locks.ts';

/**
 * Locks a subject's row in the caller's transaction and checks that it is active (D3). Several may write for one subject
 * at once; an erasure waits for them, and they for it.
 * @throws {PrivacyError} SUBJECT_NOT_ACTIVE, or SUBJECT_NOT_LOCKED if `em` is in no transaction.
 */
export async function lockActiveSubject(
  core: Pick<PrivacyCore, 'keys'>,
  em: EntityManager,
  subjectId: string,
): Promise<ActiveSubject> {
  await lockSubjectRow(em, subjectId);
  return new ActiveSubject(subjectId, await core.keys.lease([subjectId]));
}

/** The lock alone, for those who do not seal. @throws {PrivacyError} as above. */
export async function lockSubjectRow(em: EntityManager, subjectId: string): Promise<void> {
  transactionOf(em);
  const { run, dialect } = sqlIn(em as SqlEntityManager);
  // A transaction on SQLite holds the whole file from its beginning on.
  const lock = dialect === 'postgresql' ? ' for share' : '';
  const rows = await run(`select id from subject where id = ? and state = 'ACTIVE'${lock}`, [subjectId]);
  if (rows.length === 0)
    throw new PrivacyError('SUBJECT_NOT_ACTIVE', 'The subject is unknown, being erased or erased.');
  noteSubjectLock(em, subjectId);
}
