import type { PasskeyAssertionInput } from '@barrier/schema/accounts/passkey.input.ts';
import { isSameHash } from '../../../platform/tokens/mailed-code.ts';
import { grantAccess } from '../../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import { PrivacyError } from '../../../privacy/privacy-error.ts';
import type { AccountContext } from '../account-context.ts';
import type { Passkey, PasskeyCredential } from './passkey.entity.ts';
import { relyingParty } from './relying-party.ts';

/**
 * Whether an authenticator has signed the challenge with a passkey: at the shop's own origin, for its own host, with its owner verified
 * by the device, and counting on. Answers what it counts; null if anything is wrong.
 */
export async function verifyAssertion(
  context: AccountContext,
  passkey: Passkey,
  { id, userHandle, ...signed }: PasskeyAssertionInput,
  challenge: string,
): Promise<number | null> {
  const credential = await openCredential(context.core, passkey);
  if (!credential) return null;
  const { clientDataJSON, authenticatorData, signature } = signed;
  const party = relyingParty(context);
  // Large, and needed by few: loaded with the first passkey.
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id,
        publicKey: new Uint8Array(Buffer.from(credential.publicKey, 'base64url')),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    });
    const isTheirs = isSameHash(userHandle ?? '', credential.userHandle);
    return verified && isTheirs ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for whatever is wrong, in words for developers that quote what was sent.
    return null;
  }
}

/** Opens what is kept of a passkey, against an entry in the access log; null if its owner is erased meanwhile. */
async function openCredential(core: PrivacyCore, passkey: Passkey): Promise<PasskeyCredential | null> {
  const { subjectId, credential } = passkey;
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'sign-in' },
    purpose: 'SECURITY',
    reason: 'SIGN_IN',
    items: [{ subjectId, category: 'CREDENTIAL', coordinate: 'PasskeyAssertionInput.id' }],
  });
  try {
    return core.vault.open(credential, grants.for(subjectId, 'CREDENTIAL'));
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'ERASED') return null;
    throw error;
  }
}
