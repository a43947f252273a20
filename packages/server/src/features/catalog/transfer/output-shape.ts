import type { LocalisedText } from '../localised-text.ts';

const LOWER = { EN: 'en', DE: 'de', ZH: 'zh' } as const;

/** A text by language, as a line of JSON has it. */
export function localised(text: LocalisedText | undefined): Record<string, string> | undefined {
  if (!text) return undefined;
  return withoutEmpty(
    Object.fromEntries(Object.entries(LOWER).map(([language, key]) => [key, text[language as 'EN']])),
  );
}

/** Fields in the order of their names. */
export function sorted<Value>(fields: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fields that say something. */
export function withoutEmpty<Fields extends object>(fields: Fields): Record<string, never> {
  const says = (value: unknown) =>
    value !== undefined &&
    value !== null &&
    value !== '' &&
    !(typeof value === 'object' && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value))) as Record<string, never>;
}
