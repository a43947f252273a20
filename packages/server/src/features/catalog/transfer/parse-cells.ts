import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import { BadInput } from '../../../platform/input-shape.ts';
import { isSignOf } from './currency-signs.ts';

/** Highest amount in minor units that a price can have. */
const MOST_MONEY = 20_000_000;

/**
 * An amount in minor units of a currency with two decimals: `12.90`, `12,90`, `1299`, `1,299.00` and `1.299,00` are
 * understood; `1,299` could be either and is refused. A sign or code of the currency may stand before or after it.
 * @throws {BadInput} if it is no amount, or one of another currency.
 */
export function moneyCell(cell: string, column: string, currency: CurrencyCode): number {
  // Full-width digits and signs, and the spaces that spreadsheets put between, are the same ones.
  const text = cell.normalize('NFKC').replace(/’/g, "'").trim();
  const parts = /^(\D*)(\d(?:.*\d)?)(?:[.,][-–—]{1,2})?(\D*)$/su.exec(text);
  const [, before = '', digits = '', after = ''] = parts ?? [];
  const foreign = [before.trim(), after.trim()].find((sign) => sign !== '' && !isSignOf(sign, currency));
  if (foreign !== undefined && /[\p{L}\p{Sc}]/u.test(foreign)) {
    throw new BadInput(`${column}: an amount in ${currency} is wanted; "${foreign.slice(0, 20)}" is no sign of that.`);
  }
  const match = /^(\d{1,3}(?:[.,' ]\d{3})*|\d+)(?:([.,])(\d{1,2}))?$/.exec(digits);
  const groups: readonly string[] = match?.[1]?.match(/[.,' ]/g) ?? [];
  const decimal = match?.[2];
  const ambiguous = groups.length === 1 && decimal === undefined && /[.,]/.test(groups[0] ?? '');
  if (
    !match ||
    foreign !== undefined ||
    ambiguous ||
    new Set(groups).size > 1 ||
    (decimal && groups.includes(decimal))
  ) {
    throw new BadInput(`${column}: an amount such as 12.90 is wanted.`);
  }
  const whole = Number((match[1] ?? '').replace(/[.,' ]/g, ''));
  const amount = whole * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (amount > MOST_MONEY) throw new BadInput(`${column}: the amount is too high.`);
  return amount;
}

/** An amount as the export writes it. */
export function moneyText(amount: number): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}

/**
 * A whole number; decimals are rounded.
 * @throws {BadInput} if it is no number or too large.
 */
export function numberCell(cell: string, column: string, most: number): number {
  const text = cell.trim().replace(',', '.');
  const number = Math.round(Number(text));
  if (!/^-?\d+(\.\d+)?$/.test(text) || number > most)
    throw new BadInput(`${column}: a number up to ${most} is wanted.`);
  return number;
}

/**
 * `true` and `false` as spreadsheets write them; null for an empty cell.
 * @throws {BadInput} if it is neither.
 */
export function flagCell(cell: string, column: string): boolean | null {
  const text = cell.trim().toLowerCase();
  if (text === '') return null;
  if (['true', 'yes', '1', 'wahr', 'continue'].includes(text)) return true;
  if (['false', 'no', '0', 'falsch', 'deny'].includes(text)) return false;
  throw new BadInput(`${column}: TRUE or FALSE is wanted.`);
}

/** Items of a cell, each once. */
export function listCell(cell: string, separator: RegExp): string[] {
  return [...new Set(cell.split(separator).map((item) => item.trim()))].filter((item) => item !== '');
}

/** A text on one line: control characters and runs of space become one space. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** A short text on one line. */
export function plainCell(cell: string, column: string, most: number): string {
  const text = plainText(cell);
  if (text.length > most) throw new BadInput(`${column}: at most ${most} characters are allowed.`);
  return text;
}

/** How many millilitres or grams one of a unit is. */
const UNITS: Readonly<Record<string, readonly ['ML' | 'G', number]>> = {
  ml: ['ML', 1],
  cl: ['ML', 10],
  dl: ['ML', 100],
  l: ['ML', 1000],
  mg: ['G', 0.001],
  g: ['G', 1],
  kg: ['G', 1000],
};

/** A content in millilitres or grams from an amount and a unit; null if the unit measures something else. */
export function contentOf(amount: string, unit: string): { contentAmount: number; contentUnit: 'ML' | 'G' } | null {
  const [contentUnit, factor] = UNITS[unit.trim().toLowerCase()] ?? [];
  const number = Number(amount.trim().replace(',', '.'));
  if (!contentUnit || !factor || !(number > 0)) return null;
  return { contentAmount: Math.round(number * factor * 1000) / 1000, contentUnit };
}

/** The content that an option value such as `50 ml` or `1,5 kg` states; null if it states none. */
export function contentInWords(value: string): ReturnType<typeof contentOf> {
  const match = /^(\d+(?:[.,]\d+)?)\s*(ml|cl|dl|l|mg|g|kg)$/i.exec(value.trim());
  return match ? contentOf(match[1] ?? '', match[2] ?? '') : null;
}
