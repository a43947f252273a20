import type { InvoiceView } from './invoice-view.ts';

/** How amounts, days, rates and countries are written on one invoice. */
export interface InvoiceFormat {
  money(minor: number): string;
  day(isoDay: string): string;
  rate(basisPoints: number): string;
  number(value: number): string;
  country(alpha2: string): string;
}

/** The formats of an invoice's locale and currency. */
export function invoiceFormat({ locale, currency }: Pick<InvoiceView, 'locale' | 'currency'>): InvoiceFormat {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const minorPerMajor = 10 ** (money.resolvedOptions().maximumFractionDigits ?? 2);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(locale);
  const country = new Intl.DisplayNames([locale], { type: 'region' });
  return {
    // A minus is as wide as a figure; what the locales give is a hyphen.
    money: (minor) => money.format(minor / minorPerMajor).replace('-', '−'),
    day: (isoDay) => day.format(new Date(`${isoDay}T00:00:00Z`)),
    rate: (basisPoints) => rate.format(basisPoints / 10_000),
    number: (value) => number.format(value),
    country: (alpha2) => country.of(alpha2) ?? alpha2,
  };
}
