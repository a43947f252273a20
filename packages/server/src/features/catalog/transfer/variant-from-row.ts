import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import { BadInput } from '../../../platform/input-shape.ts';
import type { VariantDraft } from '../product-draft.ts';
import type { Prices } from '../variant.entity.ts';
import { contentInWords, contentOf, flagCell, moneyCell, numberCell, plainCell } from './parse-cells.ts';
import { keptFields, mapCell, type Row, type RowReading } from './row.ts';
import { currencyOfMarket } from './shopify-columns.ts';

const TRACKER = 'Variant Inventory Tracker';
const POLICY = 'Variant Inventory Policy';
const MEASURE = 'Unit Price Total Measure';
const MEASURE_UNIT = 'Unit Price Total Measure Unit';

const MOST_STOCK = 10_000_000;
const MOST_GRAMS = 1_000_000;

/** Columns that are understood whatever stands in them. */
const UNDERSTOOD = [
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Qty',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Barcode',
];

/**
 * The variant of a row.
 * @throws {BadInput} naming the column that is wrong.
 */
export function variantFromRow(row: Row, options: readonly string[], reading: RowReading): VariantDraft {
  const { currency } = reading;
  const optionValues = options.map((name, at) => {
    const value = plainCell(row.cells.get(`Option${at + 1} Value`) ?? '', `Option${at + 1} Value`, 255);
    if (value === '') throw new BadInput(`Option${at + 1} Value: a value of ${name} is wanted.`);
    return value;
  });
  const text = (column: string, most: number) =>
    mapCell(row, column, (cell) => plainCell(cell.replace(/^'/, ''), column, most) || null);
  const stock = stockOf(row, reading);
  const content = contentOfRow(row, optionValues);
  return {
    optionValues,
    sku: text('Variant SKU', 255),
    barcode: text('Variant Barcode', 64),
    weightGrams: mapCell(row, 'Variant Grams', (cell) =>
      cell.trim() ? atLeastNone(row, 'Variant Grams', numberCell(cell, 'Variant Grams', MOST_GRAMS), reading) : null,
    ),
    ...stock.fields,
    ...content.fields,
    prices: pricesOf(row, 'Variant Price', 'Price', currency),
    compareAtPrices: pricesOf(row, 'Variant Compare At Price', 'Compare At Price', currency),
    sourceFields: { ...otherFields(row, currency), ...stock.kept, ...content.kept },
  };
}

/** Whether stock limits the sale of a variant, by tracker and policy. */
export function isTracked(tracker: string, policy: string): boolean {
  return tracker.trim() !== '' && flagCell(policy, POLICY) !== true;
}

function stockOf(row: Row, reading: RowReading): { fields: Partial<VariantDraft>; kept: Record<string, string> } {
  const column = 'Variant Inventory Qty';
  const quantity = mapCell(row, column, (cell) =>
    cell.trim() === '' ? 0 : atLeastNone(row, column, numberCell(cell, column, MOST_STOCK), reading),
  );
  const tracker = row.cells.get(TRACKER)?.trim();
  const policy = row.cells.get(POLICY)?.trim();
  // A file with quantities and no tracker means them.
  const trackedBy = tracker ?? (quantity === undefined ? undefined : 'shopify');
  const tracked = trackedBy === undefined ? undefined : isTracked(trackedBy, policy ?? '');
  return {
    fields: { stock: quantity, stockTracked: tracked },
    kept: {
      ...(tracker === undefined ? {} : { [TRACKER]: tracker === (tracked ? 'shopify' : '') ? '' : tracker }),
      ...(policy === undefined ? {} : { [POLICY]: flagCell(policy, POLICY) === true ? 'continue' : '' }),
    },
  };
}

/** What was oversold elsewhere is none here, and the report says so. */
function atLeastNone({ line }: Row, column: string, number: number, { onNote }: RowReading): number {
  if (number < 0) onNote?.(line, `${column}: ${number} is taken as 0.`);
  return Math.max(0, number);
}

function contentOfRow(
  row: Row,
  optionValues: readonly string[],
): { fields: Partial<VariantDraft>; kept: Record<string, string> } {
  const amount = row.cells.get(MEASURE)?.trim();
  const unit = row.cells.get(MEASURE_UNIT)?.trim() ?? '';
  const stated = amount ? contentOf(amount, unit) : null;
  const inferred = stated ?? optionValues.map(contentInWords).find((content) => content !== null);
  // What measures no content, such as metres, is kept as it is.
  const kept: Record<string, string> =
    amount === undefined ? {} : { [MEASURE]: stated ? '' : amount, [MEASURE_UNIT]: stated ? '' : unit };
  if (inferred) return { fields: inferred, kept };
  return { fields: amount === undefined ? {} : { contentAmount: null, contentUnit: null }, kept };
}

/** The amounts that a row states: the column of the file's own currency, and those of markets that the shop sells to. */
function pricesOf(row: Row, column: string, marketColumn: string, currency: CurrencyCode): Prices {
  const prices: Prices = {};
  const read = (key: CurrencyCode, name: string) => {
    const cell = row.cells.get(name);
    if (cell !== undefined) prices[key] = cell.trim() === '' ? undefined : moneyCell(cell, name, key);
  };
  for (const name of row.cells.keys()) {
    const market = marketOf(name, marketColumn, currency);
    if (market) read(market, name);
  }
  read(currency, column);
  return prices;
}

/** The currency of a market's column, unless it is the file's own: `Variant Price` says that one. */
function marketOf(name: string, marketColumn: string, currency: CurrencyCode): CurrencyCode | null {
  if (!name.startsWith(`${marketColumn} / `)) return null;
  const market = currencyOfMarket(name.slice(marketColumn.length + 3));
  return market === currency ? null : market;
}

/** What stands in columns that the shop has no use for; what every shop writes there is not worth keeping. */
export const USUAL_FIELDS: Readonly<Record<string, string>> = {
  'Variant Fulfillment Service': 'manual',
  'Variant Requires Shipping': 'true',
  'Variant Taxable': 'true',
};

function otherFields(row: Row, currency: CurrencyCode): Record<string, string> {
  const kept = keptFields(
    row,
    true,
    (column) =>
      UNDERSTOOD.includes(column) ||
      /^Option\d Value$/.test(column) ||
      marketOf(column, 'Price', currency) !== null ||
      marketOf(column, 'Compare At Price', currency) !== null,
  );
  return Object.fromEntries(
    Object.entries(kept).map(([column, cell]) => [column, cell.toLowerCase() === USUAL_FIELDS[column] ? '' : cell]),
  );
}
