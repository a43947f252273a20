import type { SqlEntityManager } from '@mikro-orm/sql';
import { lockName } from '../../../platform/orm/lock-name.ts';
import { sqlIn } from '../../../platform/orm/raw-sql.ts';

/** Has changes to the guards of an account come one after the other, in the caller's transaction: what they leave must open to its owner. */
export function lockAccount(em: SqlEntityManager, accountId: string): Promise<void> {
  return lockName(sqlIn(em), `account.security/${accountId}`);
}
