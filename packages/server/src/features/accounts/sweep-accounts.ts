import type { PrivacyCore } from '../../privacy/core.ts';
import { AccountSession } from './account-session.entity.ts';
import { FAILURE_WINDOW_MS } from './limit-sign-ins.ts';
import { SignInAttempt } from './sign-in-attempt.entity.ts';
import { SignInChallenge } from './sign-in-challenge.entity.ts';

/** Deletes sessions and sign-ins that have expired, and failures that count no more; a canary's session stays as it is. */
export async function sweepAccounts({ stores, clock }: PrivacyCore): Promise<void> {
  const now = clock.now();
  const em = stores.main.em.fork();
  await em.nativeDelete(AccountSession, { expiresAt: { $lt: now }, account: { state: { $ne: 'DECOY' } } });
  await em.nativeDelete(SignInChallenge, { expiresAt: { $lt: now } });
  await em.nativeDelete(SignInAttempt, { attemptedAt: { $lt: new Date(now.getTime() - FAILURE_WINDOW_MS) } });
}
