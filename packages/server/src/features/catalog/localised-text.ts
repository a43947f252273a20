import type { Language } from '@barrier/schema/market/market.type.ts';

/** A text per language; a missing language falls back to the first one present, English first. */
export type LocalisedText = Partial<Record<Language, string>>;

/** The text in a language, or the nearest there is. */
export function inLanguage(text: LocalisedText, language: Language): string {
  return text[language] ?? text.EN ?? Object.values(text)[0] ?? '';
}
