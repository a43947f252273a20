import type { SqlEntityManager } from '@mikro-orm/sql';
import { Account } from '../account.entity.ts';
import { findFactors } from './find-factors.ts';
import { RecoveryCode } from './recovery-code.entity.ts';

/** Recovery codes stand in for a second factor: with the last one they go, in the caller's transaction. */
export async function forgetUselessCodes(em: SqlEntityManager, accountId: string): Promise<void> {
  const account = await em.findOneOrFail(Account, { id: accountId }, { refresh: true });
  if (!(await findFactors(em, account)).asked) await em.nativeDelete(RecoveryCode, { account: accountId });
}
