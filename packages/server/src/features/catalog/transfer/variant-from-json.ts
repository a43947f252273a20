import { BadInput, integerAt, listAt, objectAt, oneOf, optional, textAt } from '../../../platform/input-shape.ts';
import { CURRENCIES } from '../locale.ts';
import type { LocalisedText } from '../localised-text.ts';
import type { VariantData } from '../product-draft.ts';
import type { Prices } from '../variant.entity.ts';
import { localisedAt } from './catalogue-shape.ts';

const KEYS =
  'sku barcode optionValues content prices compareAtPrices stock stockTracked weightGrams sourceFields'.split(' ');

/** Highest price in minor units: a 32-bit integer holds it, as GraphQL's Int demands, a hundred times over. */
const MOST_MONEY = 20_000_000;
const MOST_STOCK = 10_000_000;
const MOST_GRAMS = 1_000_000;

/**
 * A variant from our own JSON format, all its fields given.
 * @param options how many options its product has.
 * @throws {BadInput} naming the field that is wrong.
 */
export function variantFromJson(value: unknown, path: string, options: number): VariantData {
  const fields = objectAt(value, path, KEYS);
  const optionValues = optional(fields.optionValues, [], (list) => listAt(list, `${path}.optionValues`, optionValueAt));
  if (optionValues.length !== options)
    throw new BadInput(`${path}.optionValues: ${options} values are wanted, one for each option.`);
  const content = optional(fields.content, null, (one) => contentAt(one, `${path}.content`));
  return {
    sku: optional(fields.sku, null, (text) => textAt(text, `${path}.sku`)),
    barcode: optional(fields.barcode, null, (text) => textAt(text, `${path}.barcode`, 64)),
    optionValues,
    contentAmount: content?.amount ?? null,
    contentUnit: content?.unit ?? null,
    prices: optional(fields.prices, {}, (prices) => pricesAt(prices, `${path}.prices`)),
    compareAtPrices: optional(fields.compareAtPrices, {}, (prices) => pricesAt(prices, `${path}.compareAtPrices`)),
    stock: optional(fields.stock, 0, (number) => integerAt(number, `${path}.stock`, 0, MOST_STOCK)),
    stockTracked: optional(fields.stockTracked, fields.stock != null, (flag) =>
      booleanAt(flag, `${path}.stockTracked`),
    ),
    weightGrams: optional(fields.weightGrams, null, (number) =>
      integerAt(number, `${path}.weightGrams`, 0, MOST_GRAMS),
    ),
    sourceFields: optional(fields.sourceFields, {}, (source) => sourceFieldsAt(source, `${path}.sourceFields`)),
  };
}

/** Columns of another shop's file, kept as they are. */
export function sourceFieldsAt(value: unknown, path: string): Record<string, string> {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(fields.map(([key, text]) => [key, textAt(text, `${path}.${key}`, 20_000)]));
}

function optionValueAt(value: unknown, path: string): string | LocalisedText {
  return typeof value === 'string' ? textAt(value, path) : localisedAt(value, path);
}

function contentAt(value: unknown, path: string): { amount: number; unit: 'ML' | 'G' } {
  const { amount, unit } = objectAt(value, path, ['amount', 'unit']);
  if (typeof amount !== 'number' || !(amount > 0 && amount <= 1_000_000))
    throw new BadInput(`${path}.amount: a number above 0 is wanted.`);
  return { amount, unit: oneOf(unit, `${path}.unit`, ['ML', 'G']) };
}

function pricesAt(value: unknown, path: string): Prices {
  const fields = objectAt(value, path, CURRENCIES);
  return Object.fromEntries(
    Object.entries(fields).map(([currency, amount]) => [
      currency,
      integerAt(amount, `${path}.${currency}`, 0, MOST_MONEY),
    ]),
  );
}

function booleanAt(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw new BadInput(`${path}: true or false is wanted.`);
  return value;
}
