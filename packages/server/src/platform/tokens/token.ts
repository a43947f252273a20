import { createHash, randomBytes } from 'node:crypto';

/** A token that carries a right: 32 random bytes, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. It is random, so that a plain SHA-256 cannot be tried out (D16). */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
