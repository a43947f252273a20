import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicError } from '../../platform/errors.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import type { CurrentSession } from './account-context.ts';
import { PersonSubject } from './person-subject.entity.ts';

/**
 * Notes in the caller's transaction that a subject is the person of an account: after proof, or since they order while signed in (D5). The
 * session is locked: the erasure of an account ends it first, and finds what came to the account before.
 * @throws {PublicError} UNAUTHENTICATED if the session has ended since the request came
 */
export async function linkSubject(
  em: SqlEntityManager,
  { id, accountId }: Pick<CurrentSession, 'id' | 'accountId'>,
  subjectId: string,
  now: Date,
): Promise<void> {
  const held = await sqlIn(em).run(
    'update account_session set expires_at = expires_at where id = ? and account_id = ? returning id',
    [id, accountId],
  );
  if (held.length === 0) throw new PublicError('UNAUTHENTICATED', 'You were signed out. Please sign in again.');
  em.create(PersonSubject, { subjectId, accountId, linkedAt: now });
}
