import type { LocalisedText } from '../localised-text.ts';

/** Input that is refused; the message says what is wrong and where, for whoever wrote the file. */
export class BadInput extends Error {
  readonly code = 'BAD_INPUT';
}

type Fields = Record<string, unknown>;

/** Longest text of a kind, in characters. */
export const MOST_CHARACTERS = { name: 255, text: 20_000, html: 100_000 } as const;

/** An object with no other keys than those named. */
export function objectAt(value: unknown, path: string, keys: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput(`${path}: an object is wanted.`);
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new BadInput(`${path === '' ? '' : `${path}.`}${unknown}: there is no such field.`);
  return value as Fields;
}

/** A text that is not empty. */
export function textAt(value: unknown, path: string, most: number = MOST_CHARACTERS.name): string {
  if (typeof value !== 'string' || value.trim() === '') throw new BadInput(`${path}: a text is wanted.`);
  if (value.length > most) throw new BadInput(`${path}: at most ${most} characters are allowed.`);
  return value.trim();
}

/** A whole number within bounds. */
export function integerAt(value: unknown, path: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new BadInput(`${path}: a whole number from ${least} to ${most} is wanted.`);
  }
  return value;
}

/** A list, each item read by `read`. */
export function listAt<Item>(value: unknown, path: string, read: (item: unknown, path: string) => Item): Item[] {
  if (!Array.isArray(value)) throw new BadInput(`${path}: a list is wanted.`);
  return value.map((item, at) => read(item, `${path}[${at}]`));
}

/** One of some words. */
export function oneOf<Word extends string>(value: unknown, path: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === value);
  if (word === undefined) throw new BadInput(`${path}: one of ${words.join(', ')} is wanted.`);
  return word;
}

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

/** The value if there is one, else a default. */
export function optional<Value, Default>(
  value: unknown,
  fallback: Default,
  read: (value: unknown) => Value,
): Value | Default {
  return value === undefined || value === null ? fallback : read(value);
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
