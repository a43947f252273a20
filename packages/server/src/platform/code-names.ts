import type { Language } from '@barrier/schema/market/market.type.ts';

const regionNames = new Map<string, string>();

/** A country by its name (ISO 3166-1 alpha-2), in the language of a BCP 47 tag; kept, since a name costs more than what it stands in. */
export function regionName(code: string, tag: string): string {
  const key = `${tag} ${code}`;
  const name = regionNames.get(key) ?? new Intl.DisplayNames([tag], { type: 'region' }).of(code) ?? code;
  regionNames.set(key, name);
  return name;
}

/** A country by its name (ISO 3166-1 alpha-2), in a language. */
export function countryName(code: string, language: Language): string {
  return regionName(code, tagOf(language));
}

/** A language of the shop by its name, in a language. */
export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames([tagOf(language)], { type: 'language' }).of(tagOf(code)) ?? code;
}

/** BCP 47; the shop writes Chinese in simplified characters. */
function tagOf(code: string): string {
  return code === 'ZH' ? 'zh-Hans' : code.toLowerCase();
}
