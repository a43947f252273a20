import type { Language } from '@barrier/schema/market/market.type.ts';
import { LANGUAGES } from './locale.ts';

/** A text per language; a missing language falls back to the first one present, English first. */
export type LocalisedText = Partial<Record<Language, string>>;

/** A text in every language, in the order of `LANGUAGES`, fallbacks filled in. */
export type Texts = readonly string[];

/** The text in a language, or the nearest there is. */
export function inLanguage(text: LocalisedText, language: Language): string {
  return text[language] ?? text.EN ?? Object.values(text)[0] ?? '';
}

/** The text in every language, with fallbacks; a plain string is the same in all. */
export function inAllLanguages(text: LocalisedText | string): Texts {
  return LANGUAGES.map((language) => (typeof text === 'string' ? text : inLanguage(text, language)));
}
