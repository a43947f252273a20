import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { normaliseEmail } from './normalise-email.ts';

/** Where a blind index is used; values of different uses cannot be joined. */
export type BlindIndexUse = 'order.email' | 'order.limit' | 'mail.throttle' | 'person.email';

/** Keyed hashes of normalised e-mail addresses, to find by what is sealed (D2). */
export interface BlindIndex {
  /** The value to store: `<version>.<base64url of HMAC-SHA-256>`, at most 48 characters. */
  ofEmail(use: BlindIndexUse, email: string): string;
  /** The values to look for: one for each version still in use, the present one first. */
  candidates(use: BlindIndexUse, email: string): string[];
}

/** Versions of the index in use, the one for new values first. A change of normalisation or hash is a new version. */
const VERSIONS = [1] as const;

/**
 * The blind index under a secret of its own (64 hexadecimal digits). Each version and use has a key derived from it.
 * @throws {TypeError} from its methods, if the text is no e-mail address.
 */
export function createBlindIndex(secret: string): BlindIndex {
  const keys = new Map<string, KeyObject>();
  const keyOf = (version: number, use: BlindIndexUse) => {
    const info = `barrier blind index ${version}/${use}`;
    const known = keys.get(info);
    if (known) return known;
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), Buffer.alloc(0), info, 32)));
    keys.set(info, key);
    return key;
  };
  const compute = (version: number, use: BlindIndexUse, email: string) =>
    `${version}.${createHmac('sha256', keyOf(version, use)).update(normaliseEmail(email)).digest('base64url')}`;
  return {
    ofEmail: (use, email) => compute(VERSIONS[0], use, email),
    candidates: (use, email) => VERSIONS.map((version) => compute(version, use, email)),
  };
}
