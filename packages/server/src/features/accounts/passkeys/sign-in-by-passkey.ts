import type { SignInByPasskeyInput } from '@barrier/schema/accounts/passkey.input.ts';
import type { SignInPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { dayOf } from '../../../platform/clock/clock.ts';
import { sqlIn } from '../../../platform/orm/raw-sql.ts';
import type { AccountContext } from '../account-context.ts';
import { refuseAccountText } from '../refuse-account-text.ts';
import { admitBySecondFactor } from '../second-factor/admit-by-second-factor.ts';
import { findSecondFactor } from '../second-factor/find-second-factor.ts';
import { SecondFactorChallenge } from '../second-factor/second-factor-challenge.entity.ts';
import { securityError } from '../second-factor/security-errors.ts';
import { startSession } from '../start-session.ts';
import { viewCustomer } from '../view-customer.ts';
import { findPasskey } from './find-passkey.ts';
import { credentialIndexOf } from './keyed-hashes.ts';
import type { Passkey } from './passkey.entity.ts';
import { takeCeremony } from './passkey-ceremony.ts';
import { verifyAssertion } from './verify-assertion.ts';

/**
 * Signs in by passkey, which counts as both factors: the device is one, and the finger or PIN that it asked for another. Unknown
 * passkeys and wrong signatures are answered alike, after the same statements, log entry and signature check (D20).
 */
export async function signInByPasskey(context: AccountContext, input: SignInByPasskeyInput): Promise<SignInPayload> {
  const { core, fingerprintKey } = context;
  const { assertion, language, device } = input;
  const wrongDevice = device ? refuseAccountText(device, ['device'], language, 80) : null;
  if (wrongDevice) return { customer: null, secondFactor: null, userErrors: [wrongDevice] };
  const nobody = {
    customer: null,
    secondFactor: null,
    userErrors: [securityError('PASSKEY_REFUSED', language)],
  };
  // Who has no challenge of the shop's costs it nothing more.
  const ceremony = await takeCeremony(core, 'SIGN_IN', assertion.clientDataJSON);
  if (!ceremony) return nobody;
  const em = core.stores.main.em.fork();
  const passkey = await findPasskey(em, credentialIndexOf(fingerprintKey, assertion.id));
  const counter = passkey && (await verifyAssertion(context, passkey, assertion, ceremony.challenge));
  if (!passkey || counter === null || passkey.account.state !== 'ACTIVE') return nobody;
  const { secondFactorId } = ceremony;
  const asked = secondFactorId === null ? null : await findSecondFactor(context, { id: secondFactorId });
  // Who picks a passkey of another account can still pick the right one.
  if (secondFactorId !== null && asked?.accountId !== passkey.account.id) return nobody;
  if (!(await noteUse(context, passkey, counter))) return nobody;
  if (!asked) {
    await startSession(context, passkey.account, device ?? null);
    return { customer: await viewCustomer(context), secondFactor: null, userErrors: [] };
  }
  const taken = await core.stores.main.em.fork().nativeDelete(SecondFactorChallenge, { id: asked.id });
  return taken === 1 ? admitBySecondFactor(context, passkey.account, asked.sessionId ?? null, device ?? null) : nobody;
}

/**
 * Notes what the authenticator counts now; false if another use of it has counted as much meanwhile: of two copies that are shown at
 * once one is refused.
 */
async function noteUse({ core }: AccountContext, { id }: Passkey, counter: number): Promise<boolean> {
  const { run } = sqlIn(core.stores.main.em.fork());
  const noted = await run(
    `update passkey set counter = ?, last_used_on = ?
      where id = ? and (counter < ? or (counter = 0 and ? = 0)) returning id`,
    [counter, dayOf(core.clock.now()), id, counter, counter],
  );
  return noted.length === 1;
}
