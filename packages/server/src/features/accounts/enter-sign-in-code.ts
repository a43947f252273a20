import type { EnterSignInCodeInput } from '@barrier/schema/accounts/sign-in.input.ts';
import type { SignInPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { hashOfCode, isSameHash, MAX_ATTEMPTS } from '../../platform/tokens/mailed-code.ts';
import { hashOfToken } from '../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { eraseSubject } from '../../privacy/erasure/erase-subject.ts';
import { Account } from './account.entity.ts';
import type { AccountContext } from './account-context.ts';
import { accountError } from './account-errors.ts';
import { refuseAccountText } from './refuse-account-text.ts';
import { passFirstFactor } from './second-factor/pass-first-factor.ts';
import { SignInChallenge } from './sign-in-challenge.entity.ts';

/**
 * Signs in whoever read the mail: an unconfirmed account is confirmed by it; if the address had an account before, that one is signed
 * in to, and what was entered to sign up goes. A code works once. Where the account asks for a second factor, nobody is signed in yet.
 */
export async function enterSignInCode(context: AccountContext, input: EnterSignInCodeInput): Promise<SignInPayload> {
  const { core } = context;
  const { language } = input;
  context.throttle();
  const wrongDevice = input.device ? refuseAccountText(input.device, ['device'], language, 80) : null;
  if (wrongDevice) return { customer: null, secondFactor: null, userErrors: [wrongDevice] };
  const proven = await core.stores.main.em.fork().transactional(async (em) => {
    const challenged = await acceptCode(context, em, input);
    return challenged ? confirm(core, em, challenged) : null;
  });
  if (!proven) {
    return { customer: null, secondFactor: null, userErrors: [accountError('CODE_WRONG', language, ['code'])] };
  }
  // Should it fail, retention takes the unconfirmed account within a week.
  if (proven.superfluous) await eraseSubject(core, proven.superfluous);
  return passFirstFactor(context, proven.account, input.device ?? null);
}

async function acceptCode(
  { core, fingerprintKey }: AccountContext,
  em: SqlEntityManager,
  { challenge: token, code }: EnterSignInCodeInput,
): Promise<Account | null> {
  const challenge = await em.findOne(
    SignInChallenge,
    { tokenHash: hashOfToken(token), expiresAt: { $gt: core.clock.now() } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const entered = hashOfCode(fingerprintKey, 'account.code', challenge?.id ?? '', code.replace(/\s/g, ''));
  if (!challenge || challenge.attempts >= MAX_ATTEMPTS) return null;
  if (!challenge.codeHash || !isSameHash(entered, challenge.codeHash)) {
    challenge.attempts += 1;
    return null;
  }
  em.remove(challenge);
  return challenge.accountId === null ? null : em.findOne(Account, { id: challenge.accountId });
}

/** Which account the address has now, and the subject of the one that it does not need. */
async function confirm(
  { clock }: PrivacyCore,
  em: SqlEntityManager,
  account: Account,
): Promise<{ account: Account; superfluous: string | null }> {
  if (account.state !== 'UNCONFIRMED') return { account, superfluous: null };
  // Two that confirm the same address at once come one after the other.
  await lockName(sqlIn(em), `account/${account.emailIndex}`);
  const before = await em.findOne(Account, { confirmedIndex: account.emailIndex });
  if (before) return { account: before, superfluous: account.subjectId };
  account.state = 'ACTIVE';
  account.confirmedAt = clock.now();
  account.confirmedIndex = account.emailIndex;
  await em.flush();
  return { account, superfluous: null };
}
