import type { StartPasskeySignInArgs } from '@barrier/schema/accounts/account-security.args.ts';
import type { PasskeySignInPayload } from '@barrier/schema/accounts/account-security.result.ts';
import type { AccountContext } from '../account-context.ts';
import { findSecondFactor } from '../second-factor/find-second-factor.ts';
import { securityError } from '../second-factor/security-errors.ts';
import { startCeremony } from './passkey-ceremony.ts';
import { relyingParty } from './relying-party.ts';

/** Makes the challenge that a passkey signs, to sign in or as the second factor. Nobody has to say who they are. */
export async function startPasskeySignIn(
  context: AccountContext,
  { secondFactor: token, language }: StartPasskeySignInArgs,
): Promise<PasskeySignInPayload> {
  const { core } = context;
  context.throttle();
  const { id: rpId } = relyingParty(context);
  const asked = token ? await findSecondFactor(context, { token }) : null;
  if (token && !asked) return { challenge: null, rpId, userErrors: [securityError('FACTOR_OVER', language)] };
  const challenge = await startCeremony(core, 'SIGN_IN', {
    subjectId: asked?.subjectId ?? null,
    sessionId: null,
    secondFactorId: asked?.id ?? null,
  });
  return { challenge, rpId, userErrors: [] };
}
