import { BadInput, MOST_CHARACTERS, objectAt, textAt } from '../../../platform/input-shape.ts';
import type { LocalisedText } from '../localised-text.ts';

const LANGUAGE_KEYS = { en: 'EN', de: 'DE', zh: 'ZH' } as const;

/** A text by language, or a plain text, which is English. At least one language is there. */
export function localisedAt(value: unknown, path: string, most: number = MOST_CHARACTERS.name): LocalisedText {
  if (typeof value === 'string') return { EN: textAt(value, path, most) };
  const fields = objectAt(value, path, Object.keys(LANGUAGE_KEYS));
  const text: LocalisedText = {};
  for (const [key, language] of Object.entries(LANGUAGE_KEYS)) {
    if (fields[key] !== undefined) text[language] = textAt(fields[key], `${path}.${key}`, most);
  }
  if (Object.keys(text).length === 0) throw new BadInput(`${path}: a text in at least one of en, de, zh is wanted.`);
  return text;
}

// Lm: the mark that lengthens a Japanese vowel.
const HANDLE = /^[\p{Ll}\p{Lo}\p{Lm}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}._-]*$/u;

/** A handle: the part of an address that names a thing. */
export function handleAt(value: unknown, path: string): string {
  const handle = textAt(value, path);
  if (!HANDLE.test(handle)) throw new BadInput(`${path}: lower-case letters, digits and hyphens are wanted.`);
  return handle;
}

/** An address on the web; it is stored, not fetched. */
export function webAddressAt(value: unknown, path: string): string {
  const text = textAt(value, path, 2_048);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new BadInput(`${path}: an http or https address is wanted.`);
  if (url.username !== '' || url.password !== '')
    throw new BadInput(`${path}: an address without user and password is wanted.`);
  return text;
}
