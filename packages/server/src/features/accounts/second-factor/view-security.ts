import type { AccountSecurityPayload } from '@barrier/schema/accounts/account-security.result.ts';
import type { AccountSecurity } from '@barrier/schema/accounts/account-security.type.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { Passkey } from '../passkeys/passkey.entity.ts';
import { viewPasskey } from '../passkeys/view-passkey.ts';
import { findFactors } from './find-factors.ts';

/** How the account of the session is guarded, as the graph answers it; null for visitors. */
export async function viewSecurity({ core, currentSession }: AccountContext): Promise<AccountSecurity | null> {
  const session = currentSession();
  if (!session) return null;
  const em = core.stores.main.em.fork();
  const account = await em.findOne(Account, { id: session.accountId, state: 'ACTIVE' });
  if (!account) return null;
  const passkeys = await em.find(Passkey, { account: account.id }, { orderBy: { id: 'desc' } });
  const { totp, recoveryCodes } = await findFactors(em, account);
  return {
    passkeys: passkeys.map((passkey) => viewPasskey(core, account, passkey)),
    hasTotp: totp,
    passkeyRequired: account.passkeyRequired && passkeys.length > 0,
    recoveryCodesLeft: recoveryCodes,
  };
}

/** What a change answers: the account as it is guarded now. @param recoveryCodes new ones, which are shown this once. */
export async function viewChangedSecurity(
  context: AccountContext,
  recoveryCodes: string[] | null = null,
): Promise<AccountSecurityPayload> {
  return { security: await viewSecurity(context), recoveryCodes, userErrors: [] };
}

/** What a change answers that was not made. */
export function refused(...userErrors: UserError[]): AccountSecurityPayload {
  return { security: null, recoveryCodes: null, userErrors };
}
