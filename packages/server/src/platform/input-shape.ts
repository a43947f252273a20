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

/** The value if there is one, else a default. */
export function optional<Value, Default>(
  value: unknown,
  fallback: Default,
  read: (value: unknown) => Value,
): Value | Default {
  return value === undefined || value === null ? fallback : read(value);
}
