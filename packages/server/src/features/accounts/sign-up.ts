import type { SignUpInput } from '@barrier/schema/accounts/sign-in.input.ts';
import type { SignInChallengePayload } from '@barrier/schema/accounts/sign-in.result.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { createSubject, prepareSubject } from '../../privacy/subjects/create-subject.ts';
import { checkEmail } from '../checkout/check-email.ts';
import { Account } from './account.entity.ts';
import type { AccountContext } from './account-context.ts';
import { accountError } from './account-errors.ts';
import { hashPassword } from './password-hash.ts';
import { refuseAccountText } from './refuse-account-text.ts';
import { refusePassword } from './refuse-password.ts';
import { CHALLENGE_MINUTES, startChallenge } from './start-challenge.ts';

/**
 * Opens an account that a mailed code confirms. Nothing is looked up here: an unconfirmed account is made whether the address
 * has one already or not, so that answer, statements and hashes are the same (D20). Who owns the mailbox decides the rest, in
 * `enterSignInCode`.
 */
export async function signUp(context: AccountContext, input: SignUpInput): Promise<SignInChallengePayload> {
  const { core } = context;
  context.throttle();
  const { checked, errors } = await checkSignUp(input);
  if (!checked) return { challenge: null, validMinutes: null, userErrors: errors };
  const { email, name, password } = checked;
  const passwordHash = password === null ? null : await hashPassword(password);
  const prepared = await prepareSubject(core, 'CUSTOMER');
  const challenge = await core.stores.main.em.fork().transactional(async (em) => {
    const subject = createSubject(em, prepared);
    const id = newId();
    const now = core.clock.now();
    em.create(Account, {
      id,
      subjectId: subject.id,
      state: 'UNCONFIRMED',
      language: input.language,
      createdAt: now,
      confirmedAt: null,
      lastUsedOn: dayOf(now),
      noticesSent: 0,
      emailIndex: core.blindIndex.ofEmail('person.email', email),
      confirmedIndex: null,
      email: core.vault.seal(subject, 'account.email', id, email),
      name: name === null ? null : core.vault.seal(subject, 'account.name', id, name),
      passwordHash: passwordHash && core.vault.seal(subject, 'account.passwordHash', id, passwordHash),
    });
    await em.flush();
    return startChallenge(em, { accountId: id, subjectId: subject.id }, now);
  });
  return { challenge, validMinutes: CHALLENGE_MINUTES, userErrors: [] };
}

interface CheckedSignUp {
  readonly email: string;
  readonly name: string | null;
  readonly password: string | null;
}

async function checkSignUp({ email: entered, name: given, password: chosen, language }: SignUpInput): Promise<{
  checked: CheckedSignUp | null;
  errors: UserError[];
}> {
  const name = given?.normalize('NFC').trim() || null;
  const password = chosen || null;
  const email = checkEmail(entered);
  const errors = [
    refuseAccountText(entered, ['email'], language, 300) ??
      (email === null ? accountError('INVALID_EMAIL', language, ['email']) : null),
    name === null ? null : refuseAccountText(name, ['name'], language),
    password === null || email === null ? null : await refusePassword(password, email, ['password'], language),
  ].filter((error) => error !== null);
  return { checked: errors.length === 0 && email !== null ? { email, name, password } : null, errors };
}
