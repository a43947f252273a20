import type { Language } from '@barrier/schema/market/market.type.ts';

/** A country by its name (ISO 3166-1 alpha-2), in a language. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([tagOf(language)], { type: 'region' }).of(code) ?? code;
}

/** A language of the shop by its name, in a language. */
export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames([tagOf(language)], { type: 'language' }).of(tagOf(code)) ?? code;
}

/** BCP 47; the shop writes Chinese in simplified characters. */
function tagOf(code: string): string {
  return code === 'ZH' ? 'zh-Hans' : code.toLowerCase();
}
