import type { RequirePasskeyArgs } from '@barrier/schema/accounts/account-security.args.ts';
import type { AccountSecurityPayload } from '@barrier/schema/accounts/account-security.result.ts';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { accountError } from '../account-errors.ts';
import { isFresh, requireSession } from '../require-session.ts';
import { findFactors } from './find-factors.ts';
import { forgetUselessCodes } from './forget-useless-codes.ts';
import { lockAccount } from './lock-account.ts';
import { renewRecoveryCodes } from './recovery-codes.ts';
import { securityError } from './security-errors.ts';
import { tellOwner } from './tell-owner.ts';
import { refused, viewChangedSecurity } from './view-security.ts';

/** Has a passkey asked for after a password or a mailed code, or no longer, after a fresh proof; recovery codes come with it. */
export async function requirePasskey(
  context: AccountContext,
  { required, language }: RequirePasskeyArgs,
): Promise<AccountSecurityPayload> {
  const { accountId, subjectId } = requireSession(context);
  if (!isFresh(context)) return refused(accountError('NOT_FRESH', language));
  const made = await context.core.stores.main.em.fork().transactional(async (em) => {
    await lockAccount(em, accountId);
    const account = await em.findOneOrFail(Account, { id: accountId });
    if (account.passkeyRequired === required) return [];
    const { passkeys, recoveryCodes } = await findFactors(em, account);
    if (required && passkeys === 0) return null;
    account.passkeyRequired = required;
    await em.flush();
    await tellOwner(em, accountId, required ? 'PASSKEY_REQUIRED' : 'PASSKEY_NOT_REQUIRED');
    if (!required) await forgetUselessCodes(em, accountId);
    return required && recoveryCodes === 0 ? renewRecoveryCodes(em, context, { accountId, subjectId }) : [];
  });
  if (!made) return refused(securityError('NO_PASSKEY', language));
  return viewChangedSecurity(context, made.length > 0 ? made : null);
}
