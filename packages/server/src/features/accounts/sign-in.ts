import type { SignInInput } from '@barrier/schema/accounts/sign-in.input.ts';
import type { SignInPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { checkEmail } from '../checkout/check-email.ts';
import type { Account } from './account.entity.ts';
import type { AccountContext } from './account-context.ts';
import { accountError } from './account-errors.ts';
import { findAccount } from './find-account.ts';
import { countFailure, requireFewFailures } from './limit-sign-ins.ts';
import { hashInVain, verifyPassword } from './password-hash.ts';
import { refuseAccountText } from './refuse-account-text.ts';
import { passFirstFactor } from './second-factor/pass-first-factor.ts';

/**
 * Signs in by address and password, or asks for the second factor then. An unknown address, an account without a password and a wrong password are answered alike, after
 * the same statements, log entry and hash (D20): where there is nothing to compare with, the decoy's password is tried.
 * @throws {PublicError} TOO_MANY_REQUESTS after many failures for the address, or from the network.
 */
export async function signIn(context: AccountContext, input: SignInInput): Promise<SignInPayload> {
  const { core } = context;
  const { language, password } = input;
  context.throttle();
  const email = checkEmail(input.email);
  const wrongDevice = input.device ? refuseAccountText(input.device, ['device'], language, 80) : null;
  if (email === null || wrongDevice) {
    return refused(wrongDevice ?? accountError('INVALID_EMAIL', language, ['email']));
  }
  await requireFewFailures(core, email);
  const account = await findAccount(core, core.stores.main.em.fork(), email);
  const isTheirs = await isPasswordOf(core, account, password);
  if (!account || !isTheirs || account.state !== 'ACTIVE') {
    await countFailure(core, email);
    return refused(accountError('SIGN_IN_REFUSED', language));
  }
  return passFirstFactor(context, account, input.device ?? null);
}

function refused(...userErrors: SignInPayload['userErrors']): SignInPayload {
  return { customer: null, secondFactor: null, userErrors };
}

/** Opens the stored hash, against an entry in the access log, and compares. */
async function isPasswordOf(core: PrivacyCore, account: Account | null, password: string): Promise<boolean> {
  // So long a password was never set, and hashing it would be somebody else's time.
  const entered = password.slice(0, 1_000);
  if (!account?.passwordHash) return hashInVain(entered);
  const { subjectId, passwordHash } = account;
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'sign-in' },
    purpose: 'SECURITY',
    reason: 'SIGN_IN',
    items: [{ subjectId, category: 'CREDENTIAL', coordinate: 'SignInInput.password' }],
  });
  return verifyPassword(entered, core.vault.open(passwordHash, grants.for(subjectId, 'CREDENTIAL')));
}
