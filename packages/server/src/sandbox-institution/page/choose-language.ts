/** The languages of the hosted page, by the names they have for themselves. */
export const languages = { en: 'English', de: 'Deutsch', zh: '简体中文' } as const;

/** A language of the hosted page. */
export type Language = keyof typeof languages;

/** The BCP 47 tag for the page's `lang` attribute and for Intl. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' };

/** The language of the page: the one asked for by `?lang=`, else the best of `Accept-Language` (RFC 9110, 12.5.4), else English. */
export function chooseLanguage(asked: string | null, acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').slice(0, 20).map(readWish);
  wishes.sort((one, other) => other.weight - one.weight);
  const candidates = [asked ?? '', ...wishes.filter(({ weight }) => weight > 0).map(({ tag }) => tag)];
  return candidates.map(supported).find((language) => language !== undefined) ?? 'en';
}

function readWish(part: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
}

function supported(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split('-')[0];
  return (Object.keys(languages) as Language[]).find((language) => language === primary);
}
