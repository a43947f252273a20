import { stringify } from 'csv-stringify/sync';
import { CURRENCIES } from '../locale.ts';
import { inLanguage } from '../localised-text.ts';
import type { ProductData, VariantData } from '../product-draft.ts';
import type { StoredProduct } from '../store-products.ts';
import { BARRIER_COLUMNS } from './barrier-columns.ts';
import { moneyText } from './parse-cells.ts';
import { publicationCells } from './publication.ts';
import type { RowWriting } from './row.ts';
import { MARKET_NAMES, SHOPIFY_COLUMNS } from './shopify-columns.ts';
import { toSpreadsheetCell } from './spreadsheet-cells.ts';
import { isTracked, USUAL_FIELDS } from './variant-from-row.ts';

type Cells = Record<string, string>;

const SHOPIFY = SHOPIFY_COLUMNS.map(({ header }) => header);

/** The columns besides Shopify's own that a product says something in. */
export function usedColumns(product: StoredProduct, writing: RowWriting): string[] {
  const used = rowsOf(product, writing).flatMap((cells) =>
    Object.entries(cells).flatMap(([column, cell]) => (cell ? [column] : [])),
  );
  return used.filter((column) => !SHOPIFY.includes(column));
}

/**
 * What writes products as rows of a Shopify file.
 * @param extra the columns besides Shopify's own.
 */
export function productToRows(
  extra: readonly string[],
  writing: RowWriting,
): { columns: string[]; write(product: StoredProduct): string[][] } {
  const rank = (column: string) => {
    const own = BARRIER_COLUMNS.findIndex(({ header }) => header === column);
    return own < 0 ? BARRIER_COLUMNS.length : own;
  };
  const columns = [...SHOPIFY, ...extra.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))];
  return {
    columns,
    write: (product) => rowsOf(product, writing).map((cells) => columns.map((column) => cells[column] ?? '')),
  };
}

/** A line of a CSV file with its end; no cell of it is a formula. */
export function csvLine(cells: readonly string[]): string {
  return stringify([cells.map(toSpreadsheetCell)], { record_delimiter: 'unix' });
}

/** One row for each variant and each picture, whichever are more; the first says what the product is. */
function rowsOf({ handle, data }: StoredProduct, writing: RowWriting): Cells[] {
  const count = Math.max(1, data.variants.length, data.pictures.length);
  return Array.from({ length: count }, (_, at) => {
    const variant = data.variants[at];
    const picture = data.pictures[at];
    return {
      Handle: handle,
      ...(at === 0 ? productCells(data, writing) : {}),
      ...(variant ? variantCells(variant, data, writing) : {}),
      ...(picture ? { 'Image Src': picture.url, 'Image Position': String(at + 1), 'Image Alt Text': picture.alt } : {}),
    };
  });
}

function productCells(data: ProductData, writing: RowWriting): Cells {
  const { language } = writing;
  const names = data.options.map(({ name }, at): [string, string] => [
    `Option${at + 1} Name`,
    inLanguage(name, language),
  ]);
  return {
    ...data.sourceFields,
    Title: inLanguage(data.texts.title, language),
    'Body (HTML)': inLanguage(data.texts.descriptionHtml ?? {}, language),
    Vendor: data.vendor,
    Type: data.category === null ? '' : writing.groups.nameOf(data.category, 'CATEGORY'),
    Tags: data.tags.join(', '),
    ...publicationCells(data.status, data.sourceFields),
    ...(names.length > 0 ? Object.fromEntries(names) : { 'Option1 Name': 'Title' }),
    ...Object.fromEntries(BARRIER_COLUMNS.map((column) => [column.header, column.write(data, writing)])),
  };
}

function variantCells(variant: VariantData, { options }: ProductData, { language, currency }: RowWriting): Cells {
  const values = variant.optionValues.map((value, at): [string, string] => [
    `Option${at + 1} Value`,
    typeof value === 'string' ? value : inLanguage(value, language),
  ]);
  const markets = CURRENCIES.filter((one) => one !== currency).flatMap((one): [string, string][] => [
    [`Price / ${MARKET_NAMES[one]}`, money(variant.prices[one])],
    [`Compare At Price / ${MARKET_NAMES[one]}`, money(variant.compareAtPrices[one])],
  ]);
  const content: Cells =
    variant.contentAmount === null
      ? {}
      : {
          'Unit Price Total Measure': String(variant.contentAmount),
          'Unit Price Total Measure Unit': (variant.contentUnit ?? '').toLowerCase(),
        };
  return {
    ...USUAL_FIELDS,
    ...variant.sourceFields,
    ...(options.length > 0 ? Object.fromEntries(values) : { 'Option1 Value': 'Default Title' }),
    'Variant SKU': variant.sku ?? '',
    'Variant Grams': String(variant.weightGrams ?? ''),
    ...stockCells(variant),
    'Variant Price': money(variant.prices[currency]),
    'Variant Compare At Price': money(variant.compareAtPrices[currency]),
    'Variant Barcode': variant.barcode ?? '',
    ...content,
    ...Object.fromEntries(markets),
  };
}

/** Tracker and policy as they were kept if they still mean what is stored, else as Shopify writes it. */
function stockCells({ stock, stockTracked, sourceFields }: VariantData): Cells {
  const tracker = sourceFields['Variant Inventory Tracker'] ?? (stockTracked ? 'shopify' : '');
  const policy = sourceFields['Variant Inventory Policy'] ?? 'deny';
  const meant = isTracked(tracker, policy) === stockTracked;
  return {
    'Variant Inventory Tracker': meant ? tracker : stockTracked ? 'shopify' : '',
    'Variant Inventory Qty': String(stock),
    'Variant Inventory Policy': meant ? policy : 'deny',
  };
}

function money(amount: number | undefined): string {
  return amount === undefined ? '' : moneyText(amount);
}
