import { useSyncExternalStore } from 'react';
import type {
  PasskeyAssertionInput,
  PasskeyAttestationInput,
  StartPasskeyCreationMutation,
} from '../../../generated/graphql.ts';

/** What talks to the browser's authenticators comes when it is needed, and with no page of the shop. */
const loadWebAuthn = () => import('@simplewebauthn/browser');

/** What a device is to make a passkey for. */
export type PasskeyCreation = NonNullable<StartPasskeyCreationMutation['startPasskeyCreation']['creation']>;

/** Whom the device shows beside the passkey; it stays there. */
export interface PasskeyOwner {
  readonly email: string;
  readonly name: string;
}

const never = () => () => undefined;

/** Whether the browser can use passkeys at all; the server and the first render take it for one that can, as nearly all are. */
export function useCanUsePasskeys(): boolean {
  return useSyncExternalStore(
    never,
    () => typeof window.PublicKeyCredential === 'function',
    () => true,
  );
}

/** Whether the browser offers passkeys among what it fills in. */
export async function canFillInPasskeys(): Promise<boolean> {
  const { browserSupportsWebAuthnAutofill } = await loadWebAuthn();
  return browserSupportsWebAuthnAutofill();
}

/** Ends whatever waits for a passkey. */
export async function stopWaitingForPasskeys(): Promise<void> {
  const { WebAuthnAbortService } = await loadWebAuthn();
  WebAuthnAbortService.cancelCeremony();
}

/**
 * Has a passkey sign a challenge; null if none was shown. Browsers do not tell whether somebody cancelled, waited too long or has none.
 * @param filledIn waits until one is picked in the address field, in place of asking at once.
 */
export async function showPasskey(
  request: { readonly challenge: string; readonly rpId: string },
  filledIn = false,
): Promise<PasskeyAssertionInput | null> {
  const { startAuthentication } = await loadWebAuthn();
  const optionsJSON = { ...request, userVerification: 'required' as const };
  const shown = await startAuthentication({ optionsJSON, useBrowserAutofill: filledIn }).catch(() => null);
  if (!shown) return null;
  const { clientDataJSON, authenticatorData, signature, userHandle = null } = shown.response;
  return { id: shown.id, clientDataJSON, authenticatorData, signature, userHandle };
}

/** Has a device make a passkey; `THERE` if it has one of the account, `NONE` if nothing was made. */
export async function makePasskey(
  { rpId, rpName, userHandle, challenge, algorithms, known }: PasskeyCreation,
  { email, name }: PasskeyOwner,
): Promise<PasskeyAttestationInput | 'THERE' | 'NONE'> {
  const { startRegistration } = await loadWebAuthn();
  const optionsJSON = {
    rp: { id: rpId, name: rpName },
    user: { id: userHandle, name: email, displayName: name || email },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' as const })),
    excludeCredentials: known.flatMap(({ credentialId }) =>
      credentialId?.text ? [{ id: credentialId.text, type: 'public-key' as const }] : [],
    ),
    authenticatorSelection: { residentKey: 'required' as const, userVerification: 'required' as const },
    attestation: 'none' as const,
  };
  try {
    const { id, response } = await startRegistration({ optionsJSON });
    return { id, clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject };
  } catch (error) {
    return error instanceof Error && error.name === 'InvalidStateError' ? 'THERE' : 'NONE';
  }
}
