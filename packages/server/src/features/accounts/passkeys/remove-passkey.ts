import type { RemovePasskeyArgs } from '@barrier/schema/accounts/account-security.args.ts';
import type { AccountSecurityPayload } from '@barrier/schema/accounts/account-security.result.ts';
import { validate } from 'uuid';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { accountError } from '../account-errors.ts';
import { isFresh, requireSession } from '../require-session.ts';
import { forgetUselessCodes } from '../second-factor/forget-useless-codes.ts';
import { lockAccount } from '../second-factor/lock-account.ts';
import { tellOwner } from '../second-factor/tell-owner.ts';
import { refused, viewChangedSecurity } from '../second-factor/view-security.ts';
import { Passkey } from './passkey.entity.ts';

/**
 * Removes a passkey, after a fresh proof; an id that is none of the customer's changes nothing. With the last one nothing asks for
 * a passkey any more, or its owner would be locked out.
 */
export async function removePasskey(
  context: AccountContext,
  { id, language }: RemovePasskeyArgs,
): Promise<AccountSecurityPayload> {
  const { accountId } = requireSession(context);
  if (!isFresh(context)) return refused(accountError('NOT_FRESH', language));
  await context.core.stores.main.em.fork().transactional(async (em) => {
    await lockAccount(em, accountId);
    // PostgreSQL takes nothing else for the id of a row.
    const removed = validate(id) ? await em.nativeDelete(Passkey, { id, account: accountId }) : 0;
    if (removed === 0) return;
    if ((await em.count(Passkey, { account: accountId })) === 0)
      await em.nativeUpdate(Account, { id: accountId }, { passkeyRequired: false });
    await forgetUselessCodes(em, accountId);
    await tellOwner(em, accountId, 'PASSKEY_REMOVED');
  });
  return viewChangedSecurity(context);
}
