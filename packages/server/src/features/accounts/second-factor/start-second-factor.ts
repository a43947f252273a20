import type { SecondFactorRequest } from '@barrier/schema/accounts/second-factor.type.ts';
import { newId } from '../../../platform/tokens/new-id.ts';
import { hashOfToken, newToken } from '../../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import type { Account } from '../account.entity.ts';
import { lockAsProven } from '../lock-as-proven.ts';
import { type Factors, meansOf } from './find-factors.ts';
import { SecondFactorChallenge } from './second-factor-challenge.entity.ts';

/** How long the second factor can be shown, after the first. */
export const SECOND_FACTOR_MINUTES = 15;

/**
 * Asks for the second factor.
 * @param account as it was when the first factor was shown
 * @param sessionId the session to be proven anew; null if somebody signs in
 * @throws {PublicError} UNAUTHENTICATED if the first factor was changed since
 */
export async function startSecondFactor(
  { stores, clock }: Pick<PrivacyCore, 'stores' | 'clock'>,
  account: Account,
  factors: Factors,
  sessionId: string | null,
): Promise<SecondFactorRequest> {
  const token = newToken();
  await stores.main.em.fork().transactional(async (em) => {
    if (sessionId === null) await lockAsProven(em, account);
    await em.insert(SecondFactorChallenge, {
      id: newId(),
      tokenHash: hashOfToken(token),
      accountId: account.id,
      subjectId: account.subjectId,
      sessionId,
      attempts: 0,
      expiresAt: new Date(clock.now().getTime() + SECOND_FACTOR_MINUTES * 60_000),
    });
  });
  return { token, validMinutes: SECOND_FACTOR_MINUTES, means: meansOf(factors) };
}
