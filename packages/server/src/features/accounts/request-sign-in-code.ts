import type { RequestSignInCodeInput } from '@barrier/schema/accounts/sign-in.input.ts';
import type { SignInChallengePayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { checkEmail } from '../checkout/check-email.ts';
import type { AccountContext } from './account-context.ts';
import { accountError } from './account-errors.ts';
import { findAccount } from './find-account.ts';
import { CHALLENGE_MINUTES, startChallenge } from './start-challenge.ts';

/** Mails a code to sign in with, if the address has an account; answers alike if not (D20). */
export async function requestSignInCode(
  context: AccountContext,
  { email: entered, language }: RequestSignInCodeInput,
): Promise<SignInChallengePayload> {
  const { core } = context;
  context.throttle();
  const email = checkEmail(entered);
  if (email === null) {
    const error = accountError('INVALID_EMAIL', language, ['email']);
    return { challenge: null, validMinutes: null, userErrors: [error] };
  }
  const challenge = await core.stores.main.em.fork().transactional(async (em) => {
    const account = await findAccount(core, em, email);
    const whom =
      account?.state === 'ACTIVE'
        ? { accountId: account.id, subjectId: account.subjectId }
        : { accountId: null, subjectId: null };
    return startChallenge(em, whom, core.clock.now());
  });
  return { challenge, validMinutes: CHALLENGE_MINUTES, userErrors: [] };
}
