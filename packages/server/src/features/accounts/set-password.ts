import type { SetPasswordArgs } from '@barrier/schema/accounts/sign-in.args.ts';
import type { SessionsPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { Account } from './account.entity.ts';
import type { AccountContext } from './account-context.ts';
import { accountError } from './account-errors.ts';
import { AccountSession } from './account-session.entity.ts';
import { lockAccountRow } from './lock-as-proven.ts';
import { hashPassword } from './password-hash.ts';
import { refusePassword } from './refuse-password.ts';
import { isFresh, requireSession } from './require-session.ts';
import { SecondFactorChallenge } from './second-factor/second-factor-challenge.entity.ts';
import { viewCustomer } from './view-customer.ts';

/**
 * Sets, changes or takes away the password, after a fresh sign-in. All other sessions end, and sign-ins that wait for their second
 * factor: whoever changes a password may do so because somebody else knows it.
 */
export async function setPassword(
  context: AccountContext,
  { password, language }: SetPasswordArgs,
): Promise<SessionsPayload> {
  const { core } = context;
  const { accountId, subjectId, id } = requireSession(context);
  if (!isFresh(context)) return { customer: null, userErrors: [accountError('NOT_FRESH', language)] };
  if (password) {
    const wrong = await refusePassword(password, await ownEmail(core, subjectId), ['password'], language);
    if (wrong) return { customer: null, userErrors: [wrong] };
  }
  const hashed = password ? await hashPassword(password) : null;
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, subjectId);
    await lockAccountRow(em, accountId);
    const account = await em.findOneOrFail(Account, { id: accountId });
    account.passwordHash = hashed && core.vault.seal(subject, 'account.passwordHash', accountId, hashed);
    await em.nativeDelete(AccountSession, { account: accountId, id: { $ne: id } });
    await em.nativeDelete(SecondFactorChallenge, { accountId, sessionId: null });
  });
  return { customer: await viewCustomer(context), userErrors: [] };
}

/** The customer's address, which a password may not be. */
async function ownEmail(core: PrivacyCore, subjectId: string): Promise<string> {
  const { email } = await core.stores.main.em.fork().findOneOrFail(Account, { subjectId });
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'set-password' },
    purpose: 'SECURITY',
    reason: 'SIGN_IN',
    items: [{ subjectId, category: 'EMAIL', coordinate: 'Customer.email' }],
  });
  return core.vault.open(email, grants.for(subjectId, 'EMAIL'));
}
