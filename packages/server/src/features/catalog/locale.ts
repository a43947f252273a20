import type { CurrencyCode, Language, Market } from '@barrier/schema/market/market.type.ts';

/** Languages, markets and currencies as the read model counts them: texts and prices are arrays in these orders. */
export const LANGUAGES = ['EN', 'DE', 'ZH'] as const satisfies readonly Language[];
export const MARKETS = ['EU', 'GB', 'US', 'CN'] as const satisfies readonly Market[];

/** The currency of each market, in the order of `MARKETS`. */
export const CURRENCIES = ['EUR', 'GBP', 'USD', 'CNY'] as const satisfies readonly CurrencyCode[];

/** The language and market of a request, with their places in the read model's arrays. */
export interface Locale {
  readonly language: Language;
  readonly market: Market;
  readonly currency: CurrencyCode;
  /** Place in `LANGUAGES`. */
  readonly lang: number;
  /** Place in `MARKETS` and `CURRENCIES`. */
  readonly mkt: number;
}

const LOCALES: readonly Locale[] = LANGUAGES.flatMap((language, lang) =>
  MARKETS.map((market, mkt) => ({ language, market, currency: CURRENCIES[mkt] ?? 'EUR', lang, mkt })),
);

/** The one locale object of a language and market. */
export function localeOf(language: Language, market: Market): Locale {
  const locale = LOCALES[LANGUAGES.indexOf(language) * MARKETS.length + MARKETS.indexOf(market)];
  if (!locale) throw new RangeError('There is no such language or market.');
  return locale;
}
