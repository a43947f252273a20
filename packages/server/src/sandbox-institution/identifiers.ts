import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new unguessable identifier, 192 random bits behind a prefix that tells what it names. */
export function newIdentifier(prefix: 'ses' | 'ref' | 'evt' | 'tok'): string {
  return `${prefix}_${randomBytes(24).toString('base64url')}`;
}

/** Whether two secrets are equal, in a time that tells nothing about where they differ or how long they are. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
