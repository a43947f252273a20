import type { ConfirmTotpArgs } from '@barrier/schema/accounts/account-security.args.ts';
import type { AccountSecurityPayload } from '@barrier/schema/accounts/account-security.result.ts';
import { dayOf } from '../../../platform/clock/clock.ts';
import type { AccountContext } from '../account-context.ts';
import { requireSession } from '../require-session.ts';
import { lockAccount } from './lock-account.ts';
import { openTotpSecret } from './open-totp-secret.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { renewRecoveryCodes } from './recovery-codes.ts';
import { securityError } from './security-errors.ts';
import { tellOwner } from './tell-owner.ts';
import { stepOfCode } from './totp-code.ts';
import { TotpFactor } from './totp-factor.entity.ts';
import { refused, viewChangedSecurity } from './view-security.ts';

/**
 * Puts an authenticator app in force by its first code, which so has been used. Recovery codes come with it, if there are none: a
 * phone can be lost on the same day.
 */
export async function confirmTotp(
  context: AccountContext,
  { code, language }: ConfirmTotpArgs,
): Promise<AccountSecurityPayload> {
  const { core } = context;
  const { accountId, subjectId } = requireSession(context);
  context.throttle();
  const now = core.clock.now();
  const pending = await core.stores.main.em
    .fork()
    .findOne(TotpFactor, { account: accountId, confirmedOn: null, expiresAt: { $gt: now } });
  const step = pending && stepOfCode(await openTotpSecret(core, pending), code, now);
  if (!pending || step === null) return refused(securityError('TOTP_WRONG', language, ['code']));
  const recoveryCodes = await core.stores.main.em.fork().transactional(async (em) => {
    await lockAccount(em, accountId);
    const inForce = { confirmedOn: dayOf(now), expiresAt: null, lastStep: step };
    if ((await em.nativeUpdate(TotpFactor, { id: pending.id, confirmedOn: null }, inForce)) === 0) return null;
    const left = await em.count(RecoveryCode, { account: accountId });
    await tellOwner(em, accountId, 'TOTP_ADDED');
    return left > 0 ? [] : renewRecoveryCodes(em, context, { accountId, subjectId });
  });
  if (!recoveryCodes) return refused(securityError('TOTP_WRONG', language, ['code']));
  return viewChangedSecurity(context, recoveryCodes.length > 0 ? recoveryCodes : null);
}
