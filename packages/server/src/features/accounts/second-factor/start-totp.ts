import type { TotpSetupPayload } from '@barrier/schema/accounts/account-security.result.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { newId } from '../../../platform/tokens/new-id.ts';
import { lockActiveSubject } from '../../../privacy/subjects/lock-active-subject.ts';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { accountError } from '../account-errors.ts';
import { AccountText } from '../account-values.ts';
import { isFresh, requireSession } from '../require-session.ts';
import { lockAccount } from './lock-account.ts';
import { securityError } from './security-errors.ts';
import { newTotpSecret } from './totp-code.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** How long an authenticator app can be set up. */
const SETUP_MINUTES = 15;

/** Makes the secret of an authenticator app, after a fresh proof; it is asked of nobody before `confirmTotp`. */
export async function startTotp(context: AccountContext, language: Language): Promise<TotpSetupPayload> {
  const { core } = context;
  const { accountId, subjectId } = requireSession(context);
  if (!isFresh(context)) return { secret: null, userErrors: [accountError('NOT_FRESH', language)] };
  const begun = await core.stores.main.em.fork().transactional(async (em) => {
    await lockAccount(em, accountId);
    const subject = await lockActiveSubject(core, em, subjectId);
    const before = await em.findOne(TotpFactor, { account: accountId });
    if (before?.confirmedOn) return null;
    if (before) await em.nativeDelete(TotpFactor, { id: before.id });
    const account = await em.findOneOrFail(Account, { id: accountId });
    const id = newId();
    const factor = em.create(TotpFactor, {
      id,
      account,
      subjectId,
      secret: core.vault.seal(subject, 'totp.secret', id, newTotpSecret()),
      confirmedOn: null,
      expiresAt: new Date(core.clock.now().getTime() + SETUP_MINUTES * 60_000),
      lastStep: 0,
    });
    await em.flush();
    return { account, secret: factor.secret };
  });
  if (!begun) return { secret: null, userErrors: [securityError('TOTP_THERE', language)] };
  return {
    secret: new AccountText(begun.account, begun.secret, core.registry.retentionDays.CREDENTIAL),
    userErrors: [],
  };
}
