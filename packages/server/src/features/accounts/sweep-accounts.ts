import type { PrivacyCore } from '../../privacy/core.ts';
import { AccountSession } from './account-session.entity.ts';
import { FAILURE_WINDOW_MS } from './limit-sign-ins.ts';
import { PasskeyCeremony } from './passkeys/passkey-ceremony.entity.ts';
import { SecondFactorChallenge } from './second-factor/second-factor-challenge.entity.ts';
import { earliestStep } from './second-factor/totp-code.ts';
import { TotpFactor } from './second-factor/totp-factor.entity.ts';
import { SignInAttempt } from './sign-in-attempt.entity.ts';
import { SignInChallenge } from './sign-in-challenge.entity.ts';

/** Deletes what has expired of sessions, sign-ins and set-ups, and failures that count no more; a canary's session stays as it is. */
export async function sweepAccounts({ stores, clock }: PrivacyCore): Promise<void> {
  const now = clock.now();
  const em = stores.main.em.fork();
  await em.nativeDelete(AccountSession, { expiresAt: { $lt: now }, account: { state: { $ne: 'DECOY' } } });
  await em.nativeDelete(SignInChallenge, { expiresAt: { $lt: now } });
  await em.nativeDelete(PasskeyCeremony, { expiresAt: { $lt: now } });
  await em.nativeDelete(SecondFactorChallenge, { expiresAt: { $lt: now } });
  await em.nativeDelete(TotpFactor, { expiresAt: { $lt: now } });
  await em.nativeUpdate(TotpFactor, { lastStep: { $gt: 0, $lt: earliestStep(now) } }, { lastStep: 0 });
  await em.nativeDelete(SignInAttempt, { attemptedAt: { $lt: new Date(now.getTime() - FAILURE_WINDOW_MS) } });
}
