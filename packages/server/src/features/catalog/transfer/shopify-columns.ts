import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';

/** A column that the import gives a meaning to, or that the export writes in its place. */
export interface ShopifyColumn {
  /** The name in the older files, which every tool reads; the export writes it. */
  readonly header: string;
  /** Its names in newer files. Names are compared without regard to case. */
  readonly also?: readonly string[];
  /** Whether each variant has its own value. */
  readonly ofVariant?: boolean;
}

const options = [1, 2, 3].flatMap((number): ShopifyColumn[] => [
  { header: `Option${number} Name` },
  { header: `Option${number} Value`, ofVariant: true },
  { header: `Option${number} Linked To` },
]);

const googleShopping = [
  ['Google Product Category'],
  ['Gender'],
  ['Age Group'],
  ['MPN', 'Manufacturer part number (MPN)'],
  ['AdWords Grouping', 'Ad group name'],
  ['AdWords Labels', 'Ads labels'],
  ['Condition'],
  ['Custom Product'],
  ...[0, 1, 2, 3, 4].map((number) => [`Custom Label ${number}`]),
].map(([header = '', ...also]): ShopifyColumn => {
  const named = (name: string) => `Google Shopping / ${name}`;
  return { header: named(header), also: also.map(named) };
});

/** The columns of Shopify's product files, in the order of its export. */
export const SHOPIFY_COLUMNS: readonly ShopifyColumn[] = [
  { header: 'Handle', also: ['URL handle'] },
  { header: 'Title' },
  { header: 'Body (HTML)', also: ['Description'] },
  { header: 'Vendor' },
  { header: 'Product Category', also: ['Standardized Product Type', 'Standard Product Type'] },
  { header: 'Type', also: ['Custom Product Type'] },
  { header: 'Tags' },
  { header: 'Published', also: ['Published on online store'] },
  ...options,
  { header: 'Variant SKU', also: ['SKU'], ofVariant: true },
  { header: 'Variant Grams', also: ['Weight value (grams)'], ofVariant: true },
  { header: 'Variant Inventory Tracker', also: ['Inventory tracker'], ofVariant: true },
  { header: 'Variant Inventory Qty', also: ['Inventory quantity'], ofVariant: true },
  { header: 'Variant Inventory Policy', also: ['Continue selling when out of stock'], ofVariant: true },
  { header: 'Variant Fulfillment Service', also: ['Fulfillment service'], ofVariant: true },
  { header: 'Variant Price', also: ['Price'], ofVariant: true },
  { header: 'Variant Compare At Price', also: ['Compare-at price', 'Compare At Price'], ofVariant: true },
  { header: 'Variant Requires Shipping', also: ['Requires shipping'], ofVariant: true },
  { header: 'Variant Taxable', also: ['Charge tax'], ofVariant: true },
  { header: 'Unit Price Total Measure', ofVariant: true },
  { header: 'Unit Price Total Measure Unit', ofVariant: true },
  { header: 'Unit Price Base Measure', ofVariant: true },
  { header: 'Unit Price Base Measure Unit', ofVariant: true },
  { header: 'Variant Barcode', also: ['Barcode', 'Barcodes', 'Variant Barcodes'], ofVariant: true },
  { header: 'Image Src', also: ['Product image URL', 'Image source'] },
  { header: 'Image Position' },
  { header: 'Image Alt Text' },
  { header: 'Gift Card' },
  { header: 'SEO Title' },
  { header: 'SEO Description' },
  ...googleShopping,
  { header: 'Variant Image', also: ['Variant image URL'], ofVariant: true },
  { header: 'Variant Weight Unit', also: ['Weight unit for display'], ofVariant: true },
  { header: 'Variant Tax Code', also: ['Tax code'], ofVariant: true },
  { header: 'Cost per item', ofVariant: true },
  { header: 'Status' },
];

/** Columns that only some files have: the import reads them, the export has other places for what they say. */
const IMPORT_ONLY: readonly ShopifyColumn[] = [{ header: 'Collection' }];

const NAMES = new Map(
  [...SHOPIFY_COLUMNS, ...IMPORT_ONLY].flatMap(({ header, also = [] }) =>
    [header, ...also].map((name) => [name.toLowerCase(), header] as const),
  ),
);

const OF_VARIANT = new Set(SHOPIFY_COLUMNS.filter(({ ofVariant }) => ofVariant).map(({ header }) => header));

/** The one name of a column, whatever a file calls it; a column that Shopify does not know keeps its own. */
export function columnName(header: string): string {
  const name = header.trim().replace(/\s+/g, ' ');
  const market = /^(price|compare[- ]at price|included) \/ (.+)$/i.exec(name);
  if (market) return `${marketColumn(market[1] ?? '')} / ${market[2]}`;
  return NAMES.get(name.toLowerCase()) ?? name;
}

/** Whether each variant has its own value in a column. */
export function isVariantColumn(name: string): boolean {
  return OF_VARIANT.has(name) || /^(Price|Compare At Price|Included) \/ /.test(name);
}

/** The currency of a market's price column, where the shop sells to that market; else null. */
export function currencyOfMarket(market: string): CurrencyCode | null {
  return MARKET_CURRENCIES.find(({ names }) => names.test(market.trim()))?.currency ?? null;
}

/** What the export calls the market of a currency. */
export const MARKET_NAMES: Readonly<Record<CurrencyCode, string>> = {
  EUR: 'European Union',
  GBP: 'United Kingdom',
  USD: 'United States',
  CNY: 'China',
};

const MARKET_CURRENCIES: readonly { currency: CurrencyCode; names: RegExp }[] = [
  { currency: 'EUR', names: /^(european union|eu|europe|eurozone|germany|deutschland)$/i },
  { currency: 'GBP', names: /^(united kingdom|uk|gb|great britain)$/i },
  { currency: 'USD', names: /^(united states|united states of america|usa|us)$/i },
  { currency: 'CNY', names: /^(china|mainland china|cn)$/i },
];

function marketColumn(kind: string): string {
  return /^price$/i.test(kind) ? 'Price' : /^included$/i.test(kind) ? 'Included' : 'Compare At Price';
}
