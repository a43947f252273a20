import type { Language } from '@barrier/schema/market/market.type.ts';
import { dayText, momentText, TAGS } from '../../../platform/day-text.ts';
import type { DownloadFact, HeldFactValue, HeldMoney } from '../../../privacy/registry/download-registration.ts';

/** A fact as JSON and spreadsheets have it: moments in ISO 8601, sums as decimal number and currency. */
export type PlainFact = string | number | boolean | HeldMoney | null;

/** A fact without the types that JSON lacks. */
export function plainFact(value: HeldFactValue): PlainFact {
  return value instanceof Date ? value.toISOString() : value;
}

const YES_NO: Readonly<Record<Language, readonly [string, string]>> = {
  EN: ['yes', 'no'],
  DE: ['ja', 'nein'],
  ZH: ['是', '否'],
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A fact in words; moments in UTC, and say so. */
export function factText(value: PlainFact, { text }: Pick<DownloadFact, 'text'>, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'number') return new Intl.NumberFormat(TAGS[language]).format(value);
  if (typeof value === 'object') return moneyText(value, language);
  if (text) return text(value, language);
  if (DAY.test(value)) return dayText(value, language);
  return MOMENT.test(value) ? momentText(value, language) : value;
}

function moneyText({ amount, currency }: HeldMoney, language: Language): string {
  const format = new Intl.NumberFormat(TAGS[language], { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** A sum as spreadsheets read it, such as 29.00 EUR. */
export function decimalText({ amount, currency }: HeldMoney): string {
  const { maximumFractionDigits: places = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return `${(amount / 10 ** places).toFixed(places)} ${currency}`;
}
