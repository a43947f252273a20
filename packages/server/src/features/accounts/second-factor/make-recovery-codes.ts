import type { AccountSecurityPayload } from '@barrier/schema/accounts/account-security.result.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { accountError } from '../account-errors.ts';
import { isFresh, requireSession } from '../require-session.ts';
import { findFactors } from './find-factors.ts';
import { lockAccount } from './lock-account.ts';
import { renewRecoveryCodes } from './recovery-codes.ts';
import { securityError } from './security-errors.ts';
import { tellOwner } from './tell-owner.ts';
import { refused, viewChangedSecurity } from './view-security.ts';

/** Makes ten new recovery codes, after a fresh proof; the old ones are good no more. */
export async function makeRecoveryCodes(context: AccountContext, language: Language): Promise<AccountSecurityPayload> {
  const { accountId, subjectId } = requireSession(context);
  if (!isFresh(context)) return refused(accountError('NOT_FRESH', language));
  const codes = await context.core.stores.main.em.fork().transactional(async (em) => {
    await lockAccount(em, accountId);
    const account = await em.findOneOrFail(Account, { id: accountId });
    if (!(await findFactors(em, account)).asked) return null;
    await tellOwner(em, accountId, 'RECOVERY_CODES_MADE');
    return renewRecoveryCodes(em, context, { accountId, subjectId });
  });
  return codes ? viewChangedSecurity(context, codes) : refused(securityError('NO_FACTOR', language));
}
