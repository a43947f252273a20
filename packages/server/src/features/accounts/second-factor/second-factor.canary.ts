import { generateKeyPairSync } from 'node:crypto';
import { dayOf } from '../../../platform/clock/clock.ts';
import { newId } from '../../../platform/tokens/new-id.ts';
import { newToken } from '../../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import { Account } from '../account.entity.ts';
import { Passkey } from '../passkeys/passkey.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/**
 * A canary's account has what others have (decision 015). Its passkey is also the decoy: signatures of unknown passkeys are checked
 * against its key, whose other half nobody has (D20).
 */
export function registerSecondFactorCanary(core: PrivacyCore): void {
  const { canary, clock, registry, vault } = core;
  registry.registerCanary({
    name: 'second factors',
    plant: async (em, subject) => {
      await em.flush();
      const account = await em.findOneOrFail(Account, { subjectId: subject.id });
      const today = dayOf(clock.now());
      const id = newId();
      const credential = { publicKey: newPublicKey(), userHandle: canary.word('passkey.credential') };
      em.create(Passkey, {
        id,
        account,
        subjectId: subject.id,
        credentialIndex: newToken(),
        credentialId: vault.seal(subject, 'passkey.credentialId', id, canary.word('passkey.credentialId')),
        credential: vault.seal(subject, 'passkey.credential', id, credential),
        name: vault.seal(subject, 'passkey.name', id, `${canary.word('passkey.name')} on Linux`),
        counter: 0,
        createdOn: today,
        lastUsedOn: null,
      });
      const factorId = newId();
      em.create(TotpFactor, {
        id: factorId,
        account,
        subjectId: subject.id,
        secret: vault.seal(subject, 'totp.secret', factorId, canary.word('totp.secret')),
        confirmedOn: today,
        expiresAt: null,
        lastStep: 0,
      });
      em.create(RecoveryCode, { id: newId(), account, subjectId: subject.id, codeHash: newToken() });
    },
  });
}

/** A public key (COSE, ES256, base64url) whose private half is forgotten at once. */
function newPublicKey(): string {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  // {1: 2, 3: -7, -1: 1, -2: x, -3: y}, in CBOR.
  const head = Buffer.from('a5010203262001215820', 'hex');
  const bytes = [head, Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')];
  return Buffer.concat(bytes).toString('base64url');
}
