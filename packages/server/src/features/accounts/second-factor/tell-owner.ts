import type { SqlEntityManager } from '@mikro-orm/sql';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { AccountJob } from '../account-job.ts';

/** What the owner of an account is told by mail, since it may not have been them. */
export type SecurityChange =
  | 'PASSKEY_ADDED'
  | 'PASSKEY_REMOVED'
  | 'PASSKEY_REQUIRED'
  | 'PASSKEY_NOT_REQUIRED'
  | 'TOTP_ADDED'
  | 'TOTP_REMOVED'
  | 'RECOVERY_CODES_MADE'
  | 'RECOVERY_CODE_USED';

/** Has the owner of an account told of a change, by a mail that is queued if and only if the caller's transaction commits. */
export function tellOwner(em: SqlEntityManager, accountId: string, change: SecurityChange): Promise<void> {
  return enqueueJob(em, { kind: AccountJob.TELL_OWNER, payload: { accountId, change } });
}
