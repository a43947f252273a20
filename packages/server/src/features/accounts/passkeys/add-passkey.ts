import type { AccountSecurityPayload } from '@barrier/schema/accounts/account-security.result.ts';
import type { AddPasskeyInput, PasskeyAttestationInput } from '@barrier/schema/accounts/passkey.input.ts';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { WebAuthnCredential } from '@simplewebauthn/server';
import { dayOf } from '../../../platform/clock/clock.ts';
import { newId } from '../../../platform/tokens/new-id.ts';
import { lockActiveSubject } from '../../../privacy/subjects/lock-active-subject.ts';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { requireSession } from '../require-session.ts';
import { securityError } from '../second-factor/security-errors.ts';
import { tellOwner } from '../second-factor/tell-owner.ts';
import { refused, viewChangedSecurity } from '../second-factor/view-security.ts';
import { checkPasskeyName } from './check-passkey-name.ts';
import { credentialIndexOf, userHandleOf } from './keyed-hashes.ts';
import { Passkey } from './passkey.entity.ts';
import { type TakenCeremony, takeCeremony } from './passkey-ceremony.ts';
import { PASSKEY_ALGORITHMS, relyingParty } from './relying-party.ts';

/** Adds the passkey that an authenticator has made, for the session that asked for it. */
export async function addPasskey(
  context: AccountContext,
  { attestation, name: entered, language }: AddPasskeyInput,
): Promise<AccountSecurityPayload> {
  const { core, fingerprintKey } = context;
  const { id: sessionId, accountId, subjectId } = requireSession(context);
  const { name, error } = checkPasskeyName(entered, language);
  if (error) return refused(error);
  const ceremony = await takeCeremony(core, 'CREATE', attestation.clientDataJSON);
  const made = ceremony?.sessionId === sessionId ? await verifyAttestation(context, attestation, ceremony) : null;
  if (!made) return refused(securityError('PASSKEY_REFUSED', language));
  const id = newId();
  const credential = {
    publicKey: Buffer.from(made.publicKey).toString('base64url'),
    userHandle: userHandleOf(fingerprintKey, accountId),
  };
  try {
    await core.stores.main.em.fork().transactional(async (em) => {
      const subject = await lockActiveSubject(core, em, subjectId);
      em.create(Passkey, {
        id,
        account: em.getReference(Account, accountId),
        subjectId,
        credentialIndex: credentialIndexOf(fingerprintKey, made.id),
        credentialId: core.vault.seal(subject, 'passkey.credentialId', id, made.id),
        credential: core.vault.seal(subject, 'passkey.credential', id, credential),
        name: core.vault.seal(subject, 'passkey.name', id, name),
        counter: made.counter,
        createdOn: dayOf(core.clock.now()),
        lastUsedOn: null,
      });
      await em.flush();
      await tellOwner(em, accountId, 'PASSKEY_ADDED');
    });
  } catch (error) {
    // A credential that somebody has: its holder may not have it anywhere else as well.
    if (error instanceof UniqueConstraintViolationException) return refused(securityError('PASSKEY_REFUSED', language));
    throw error;
  }
  return viewChangedSecurity(context);
}

/** The credential of an attestation; null if anything about it is not as it was asked for. */
async function verifyAttestation(
  context: AccountContext,
  { id, clientDataJSON, attestationObject }: PasskeyAttestationInput,
  { challenge }: TakenCeremony,
): Promise<WebAuthnCredential | null> {
  const party = relyingParty(context);
  // Large, and needed by few: loaded with the first passkey.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...PASSKEY_ALGORITHMS],
    });
    // The shop asks for no attestation: whose device it is, it does not want to know.
    return verified && registrationInfo.fmt === 'none' && registrationInfo.credential.id === id
      ? registrationInfo.credential
      : null;
  } catch {
    // The library throws for whatever is wrong, in words for developers that quote what was sent.
    return null;
  }
}
