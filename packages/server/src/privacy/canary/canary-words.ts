import { createHmac, hkdfSync } from 'node:crypto';
import { refuseSensitive } from '../guard/refuse-sensitive.ts';
import { SEALED_FIELDS, type SealedFieldName } from '../vault/field-registry.ts';

/** The invented values of a shop's canaries, known to nobody but who has the shop's secret. */
export interface CanaryWords {
  /** What every word begins with, in lower case: to look for one text is to look for all. */
  readonly stem: string;
  /** The word of a sealed field, capitalised as a name is: the stem and an ending of the field's own. */
  word(field: SealedFieldName): string;
  /** The part of the phone number that no other has. */
  readonly digits: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
}

const CONSONANTS = 'bcdfghjklmnprstvwxz';
const VOWELS = 'aeiou';

/** Numbers that begin so are set apart in Germany for films and books; with six digits more nobody's telephone rings. */
const PHONE_PREFIX = '3023125';

/**
 * Derives the canaries' words from the shop's blind-index secret (64 hexadecimal digits), by a key of their own (HKDF), so that
 * they stand nowhere and every process knows them (decision 015).
 */
export function createCanaryWords(secret: string): CanaryWords {
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.from(secret, 'hex'), Buffer.alloc(0), 'barrier canary words 1', 32),
  );
  const derive = (what: string) => createHmac('sha256', key).update(what).digest();
  const stem = syllables(derive('stem'), 6);
  const words = new Map(
    (Object.keys(SEALED_FIELDS) as SealedFieldName[]).map((field) => {
      // By the permanent id, as everything that must survive a new name.
      const ending = syllables(derive(`field ${SEALED_FIELDS[field].id}`), 3);
      return [field, `${stem.charAt(0).toUpperCase()}${stem.slice(1)}${ending}`];
    }),
  );
  const word = (field: SealedFieldName) => words.get(field) ?? '';
  const digits = phoneDigits(derive);
  return { stem, word, digits, phone: `+49${digits}`, email: `${word('order.email').toLowerCase()}@canary.invalid` };
}

/** Two letters for each two bytes: it can be spoken, and is no word of any language. */
function syllables(bytes: Buffer, count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const consonant = CONSONANTS[bytes.readUInt8(2 * at) % CONSONANTS.length] ?? '';
    return consonant + (VOWELS[bytes.readUInt8(2 * at + 1) % VOWELS.length] ?? '');
  }).join('');
}

/** The first of its numbers that door In takes for no card. */
function phoneDigits(derive: (what: string) => Buffer): string {
  for (let at = 0; ; at += 1) {
    const number = derive(`phone ${at}`).readUInt32BE(0) % 1_000_000;
    const digits = `${PHONE_PREFIX}${String(number).padStart(6, '0')}`;
    if (!refuseSensitive(`+49${digits}`)) return digits;
  }
}
