import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** The key of hashes by which the shop recognises what it does not keep. Prepared once, which makes a hash six times cheaper. */
export class HashKey {
  readonly #key: KeyObject;

  /** @param secret 64 hexadecimal digits. */
  constructor(secret: string) {
    this.#key = createSecretKey(secret, 'hex');
  }

  /** HMAC-SHA-256 over a use and what is hashed for it; a hash of one use is none of another. */
  hash(use: string, parts: readonly (string | number | null | undefined)[], encoding: 'hex' | 'base64url'): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([use, ...parts.map((part) => part ?? null)]))
      .digest(encoding);
  }
}
