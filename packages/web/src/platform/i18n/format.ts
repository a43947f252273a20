import { formatTag, type Language, type Market } from '../locale/language.ts';

/** An amount of money as the API answers it: minor units and an ISO 4217 code. */
export interface MoneyValue {
  readonly amount: number;
  readonly currency: string;
}

const formats = new Map<string, Intl.NumberFormat>();

/** An amount as the reader's country writes it. */
export function formatMoney({ amount, currency }: MoneyValue, language: Language, market: Market): string {
  const tag = formatTag(language, market);
  const key = `${tag} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    formats.set(key, format);
  }
  // A true minus is as wide as a figure; the locale data have a hyphen in its place.
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)).replace('-', '\u2212');
}

/** An amount as programs read it: a decimal number with a point and all places of its currency. */
export function decimalAmount({ amount, currency }: MoneyValue): string {
  const { maximumFractionDigits: places = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return (amount / 10 ** places).toFixed(places);
}

/** A day as the reader's country writes it. */
export function formatDay(iso: string, language: Language, market: Market): string {
  return new Intl.DateTimeFormat(formatTag(language, market), { dateStyle: 'long' }).format(new Date(iso));
}

/** A day and time as the reader's country writes it. */
export function formatMoment(iso: string, language: Language, market: Market): string {
  return new Intl.DateTimeFormat(formatTag(language, market), { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** Several names joined as the language joins them: "a, b and c". */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { style: 'long', type: 'conjunction' }).format(
    items,
  );
}

/** A country's name in the language of the page. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language === 'zh' ? 'zh-Hans' : language], { type: 'region' }).of(code) ?? code;
}
