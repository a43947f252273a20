/** The languages of the shop, as they stand in the first segment of every address. */
export const LANGUAGES = ['en', 'de', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The markets of the shop; each fixes a currency. */
export const MARKETS = ['EU', 'GB', 'US', 'CN'] as const;
export type Market = (typeof MARKETS)[number];

/** The language in the API's spelling. */
export type ApiLanguage = Uppercase<Language>;

const DEFAULT_MARKET: Readonly<Record<Language, Market>> = { en: 'EU', de: 'EU', zh: 'CN' };

/** The market whose prices are shown until the visitor chooses another. */
export function defaultMarket(language: Language): Market {
  return DEFAULT_MARKET[language];
}

/** The language in the API's spelling. */
export function apiLanguage(language: Language): ApiLanguage {
  return language.toUpperCase() as ApiLanguage;
}

/** A string that names a language of the shop, or null. */
export function asLanguage(text: string | null | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** A string that names a market of the shop, or null. */
export function asMarket(text: string | null | undefined): Market | null {
  return MARKETS.find((market) => market === text) ?? null;
}

/** The best language for an Accept-Language header (RFC 9110, 12.5.4); English when none fits. */
export function negotiateLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: asLanguage(tag.split('-')[0]), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.find(({ language }) => language !== null)?.language ?? 'en';
}

/** The BCP 47 tag by which numbers, dates and currencies are written; English follows the market. */
export function formatTag(language: Language, market: Market): string {
  if (language === 'de') return 'de-DE';
  if (language === 'zh') return 'zh-CN';
  return market === 'US' ? 'en-US' : market === 'EU' ? 'en-IE' : 'en-GB';
}

/** The `lang` attribute of a page. */
export function htmlLanguage(language: Language): string {
  return language === 'zh' ? 'zh-Hans' : language;
}
