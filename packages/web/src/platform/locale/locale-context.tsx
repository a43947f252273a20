import { createContext, use } from 'react';
import { type ApiLanguage, apiLanguage, type Language, type Market } from './language.ts';

/** The language of the page and the market of its prices. */
export interface Locale {
  readonly language: Language;
  readonly market: Market;
}

interface LocaleValue extends Locale {
  /** Chooses a market; it is kept on the device and never sent to be stored. */
  readonly chooseMarket: (market: Market) => void;
}

/** Gives the locale to everything below. */
export const LocaleContext = createContext<LocaleValue | null>(null);

/** The locale of the page. */
export function useLocale(): LocaleValue & { readonly api: { language: ApiLanguage; market: Market } } {
  const locale = use(LocaleContext);
  if (!locale) throw new Error('useLocale is used outside LocaleContext.');
  return { ...locale, api: { language: apiLanguage(locale.language), market: locale.market } };
}
