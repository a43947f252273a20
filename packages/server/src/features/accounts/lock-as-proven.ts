import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicError } from '../../platform/errors.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { Account } from './account.entity.ts';

/** Locks the row of an account until the end of the caller's transaction: signing in and changing what one signs in by come one after the other. */
export async function lockAccountRow(em: SqlEntityManager, accountId: string): Promise<void> {
  await sqlIn(em).run('update account set state = state where id = ?', [accountId]);
}

/**
 * Locks the row of an account that somebody has just proven to be theirs, in the caller's transaction. A password or an address that was
 * changed since, perhaps because of that very person, lets nobody in any more.
 * @throws {PublicError} UNAUTHENTICATED
 */
export async function lockAsProven(em: SqlEntityManager, proven: Account): Promise<void> {
  await lockAccountRow(em, proven.id);
  const account = await em.findOne(Account, { id: proven.id, state: 'ACTIVE' }, { refresh: true });
  const isSame =
    account?.emailIndex === proven.emailIndex &&
    (account.passwordHash && proven.passwordHash
      ? account.passwordHash.equals(proven.passwordHash)
      : account.passwordHash === proven.passwordHash);
  if (!isSame)
    throw new PublicError('UNAUTHENTICATED', 'What you sign in with was just changed. Please sign in again.');
}
