import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';

/** How amounts, dates and shares are written in a mail. */
export interface MailFormat {
  readonly money: (minor: number) => string;
  readonly date: (moment: Date) => string;
  /** Of basis points: 1900 is 19 %. */
  readonly percent: (basisPoints: number) => string;
  readonly number: (value: number) => string;
}

/** The formats of a locale and a currency. */
export function mailFormat(locale: string, currency: CurrencyCode): MailFormat {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(locale);
  return {
    money: (minor) => money.format(minor / 10 ** digits),
    date: (moment) => date.format(moment),
    percent: (basisPoints) => percent.format(basisPoints / 10_000),
    number: (value) => number.format(value),
  };
}
