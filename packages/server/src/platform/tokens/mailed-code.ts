import { randomInt, timingSafeEqual } from 'node:crypto';
import type { HashKey } from './hash-key.ts';

/** How long a mailed code can be entered. */
export const CODE_MINUTES = 15;

/** Wrong codes that are taken before a new one is needed: one chance in 200,000 to guess it. */
export const MAX_ATTEMPTS = 5;

/** What a code is for; a hash of one use is none of another. */
export type CodeUse = 'order.code' | 'account.code' | 'account.recovery' | 'email.code';

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** What is stored of a code: a keyed hash, since a plain one of six digits is tried out in a second. */
export function hashOfCode(key: HashKey, use: CodeUse, id: string, code: string): string {
  return key.hash(use, [id, code], 'hex');
}

/** Whether two hashes are the same, in equal time. */
export function isSameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
