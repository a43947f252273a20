import type { AccountSecurityPayload } from '@barrier/schema/accounts/account-security.result.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import type { AccountContext } from '../account-context.ts';
import { accountError } from '../account-errors.ts';
import { isFresh, requireSession } from '../require-session.ts';
import { forgetUselessCodes } from './forget-useless-codes.ts';
import { lockAccount } from './lock-account.ts';
import { tellOwner } from './tell-owner.ts';
import { TotpFactor } from './totp-factor.entity.ts';
import { refused, viewChangedSecurity } from './view-security.ts';

/** Removes the authenticator app, after a fresh proof; nothing is wrong with doing it twice. */
export async function removeTotp(context: AccountContext, language: Language): Promise<AccountSecurityPayload> {
  const { accountId } = requireSession(context);
  if (!isFresh(context)) return refused(accountError('NOT_FRESH', language));
  await context.core.stores.main.em.fork().transactional(async (em) => {
    await lockAccount(em, accountId);
    if ((await em.nativeDelete(TotpFactor, { account: accountId, confirmedOn: { $ne: null } })) === 0) return;
    await forgetUselessCodes(em, accountId);
    await tellOwner(em, accountId, 'TOTP_REMOVED');
  });
  return viewChangedSecurity(context);
}
