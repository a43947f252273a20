import type { Language, Market } from '../../platform/locale/language.ts';

/** The country that the form begins with: settled by the market where it has one, guessed from the language, or open. */
export function defaultCountry(language: Language, market: Market): string {
  if (market !== 'EU') return market;
  return language === 'de' ? 'DE' : '';
}
