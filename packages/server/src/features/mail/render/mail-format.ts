import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';

/** How amounts, dates and shares are written in a mail. */
export interface MailFormat {
  readonly money: (minor: number) => string;
  readonly date: (moment: Date) => string;
  /** Of basis points: 1900 is 19 %. */
  readonly percent: (basisPoints: number) => string;
  readonly number: (value: number) => string;
}

const formats = new Map<string, MailFormat>();

/** The formats of a locale and a currency; kept, since making them costs more than the rest of a mail. */
export function mailFormat(locale: string, currency: CurrencyCode): MailFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key) ?? makeFormat(locale, currency);
  formats.set(key, known);
  return known;
}

function makeFormat(locale: string, currency: CurrencyCode): MailFormat {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(locale);
  return {
    // A true minus, as the shop writes it; the locale data have a hyphen in its place.
    money: (minor) => money.format(minor / 10 ** digits).replace('-', '\u2212'),
    date: (moment) => date.format(moment),
    percent: (basisPoints) => percent.format(basisPoints / 10_000),
    number: (value) => number.format(value),
  };
}
