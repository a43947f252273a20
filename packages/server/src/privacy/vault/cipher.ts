import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { drawNonce } from '../../platform/tokens/draw-nonce.ts';
import type { DataKey } from '../keys/data-key.ts';
import { PrivacyError } from '../privacy-error.ts';
import { sealedField } from './field-registry.ts';
import { pad, unpad } from './padding.ts';
import { associatedData, isSealedUnder, SEAL_LAYOUT, sealHeader } from './seal-format.ts';
import type { SealBinding } from './sealed.ts';

const { nonce: NONCE, ciphertext: CIPHERTEXT, tagLength: TAG } = SEAL_LAYOUT;

/** Encrypts under the subject's key for one place. @throws {PrivacyError} ERASED if the key is gone. */
export function encrypt(key: DataKey, binding: SealBinding, plain: Buffer): Buffer {
  const secret = usableSecret(key);
  const header = sealHeader(key.keyId, sealedField(binding.field).version);
  const nonce = drawNonce(CIPHERTEXT - NONCE);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG });
  cipher.setAAD(associatedData(header, binding));
  const padded = pad(plain);
  const ciphertext = Buffer.concat([header, nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  padded.fill(0);
  return ciphertext;
}

/**
 * Decrypts for the place that the value was loaded from.
 * @throws {PrivacyError} TAMPERED if the bytes or the place are not those it was sealed for, ERASED if the key is gone.
 */
export function decrypt(key: DataKey, binding: SealBinding, bytes: Buffer): Buffer {
  const secret = usableSecret(key);
  if (!isSealedUnder(key.keyId, bytes)) throw tampered(binding);
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(NONCE, CIPHERTEXT), { authTagLength: TAG });
  decipher.setAAD(associatedData(bytes.subarray(0, NONCE), binding));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
  try {
    return unpad(Buffer.concat([decipher.update(bytes.subarray(CIPHERTEXT, bytes.length - TAG)), decipher.final()]));
  } catch (cause) {
    throw tampered(binding, cause);
  }
}

function usableSecret(key: DataKey): KeyObject {
  if (key.secret) return key.secret;
  if (key.state === 'EXPIRED') throw new PrivacyError('LEASE_EXPIRED', 'The key was loaded more than a minute ago.');
  throw new PrivacyError('ERASED', 'The key of this subject is destroyed.');
}

function tampered(binding: SealBinding, cause?: unknown): PrivacyError {
  return new PrivacyError('TAMPERED', `A value of ${binding.field} is not what was sealed there.`, { cause });
}
