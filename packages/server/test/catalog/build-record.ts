import { RecordBuilder } from '../../src/features/catalog/build-records.ts';
import type { ProductRecord } from '../../src/features/catalog/catalogue-records.ts';
import type { LocalisedText } from '../../src/features/catalog/localised-text.ts';
import type { Prices } from '../../src/features/catalog/variant.entity.ts';

/** What a test says of a product; all else is plain. */
export interface RecordOverrides {
  readonly id?: string;
  readonly slug?: string;
  readonly title?: LocalisedText;
  readonly description?: LocalisedText;
  readonly vendor?: string;
  readonly category?: string | null;
  readonly collections?: readonly string[];
  readonly skinTypes?: readonly string[];
  readonly concerns?: readonly string[];
  readonly freeFrom?: readonly string[];
  readonly texture?: string | null;
  readonly ingredients?: readonly string[];
  readonly tags?: readonly string[];
  readonly createdAt?: number;
  readonly variants?: readonly { size?: number; prices?: Prices; stock?: number; sku?: string }[];
}

const builder = new RecordBuilder();
let made = 0;

/** A product of the read model. Ids ascend in the order of the calls, as those of the shop do. */
export function buildRecord(overrides: RecordOverrides = {}): ProductRecord {
  const number = ++made;
  const id = overrides.id ?? `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const list = (items: readonly string[] = []) => [...items];
  return builder.product(
    {
      id,
      handle: overrides.slug ?? `product-${number}`,
      status: 'ACTIVE',
      vendor: overrides.vendor ?? 'Barrier',
      range: null,
      category: overrides.category ?? null,
      texture: overrides.texture ?? null,
      texts: { title: overrides.title ?? { EN: `Product ${number}` }, descriptionHtml: overrides.description },
      skin_types: list(overrides.skinTypes),
      concerns: list(overrides.concerns),
      free_from: list(overrides.freeFrom),
      use_times: [],
      collections: list(overrides.collections),
      ingredients: list(overrides.ingredients),
      tags: list(overrides.tags),
      options: [],
      pictures: [],
      packaging: null,
      period_after_opening_months: null,
      manufacturer: null,
      responsible_persons: null,
      country_of_origin: null,
      source_fields: {},
      created_at: overrides.createdAt ?? 1_700_000_000_000 + number,
      catalogue_version: 1,
    },
    (overrides.variants ?? [{}]).map(({ size, prices = { EUR: 1000 }, stock = 10, sku }, position) => ({
      id: `${id}-${position}`,
      product_id: id,
      position,
      sku: sku ?? null,
      barcode: null,
      option_values: [],
      content_amount: size ?? null,
      content_unit: size ? 'ML' : null,
      prices,
      compare_at_prices: {},
      stock,
      stock_tracked: true,
      weight_grams: null,
      source_fields: {},
    })),
  );
}
