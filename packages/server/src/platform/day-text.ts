import type { Language } from '@barrier/schema/market/market.type.ts';

/** The tag (BCP 47) by which days, sums and figures are written in a language of the shop. */
export const TAGS: Readonly<Record<Language, string>> = { EN: 'en-GB', DE: 'de-DE', ZH: 'zh-CN' };

/** A day (ISO 8601 date) in words. */
export function dayText(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(TAGS[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A moment (ISO 8601) in words, in UTC, since nobody told the shop where they are. */
export function momentText(moment: string, language: Language): string {
  const format = new Intl.DateTimeFormat(TAGS[language], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  });
  return format.format(new Date(moment));
}
