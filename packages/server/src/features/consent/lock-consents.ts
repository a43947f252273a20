import type { SqlEntityManager } from '@mikro-orm/sql';
import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';

/**
 * Locks a person and all that they agreed to, in the caller's transaction: two decisions come one after the other.
 * @throws {PrivacyError} SUBJECT_NOT_ACTIVE
 */
export async function lockConsents(core: PrivacyCore, em: SqlEntityManager, subjectId: string): Promise<ActiveSubject> {
  const subject = await lockActiveSubject(core, em, subjectId);
  await lockName(sqlIn(em), `consent/${subjectId}`);
  return subject;
}
