import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../../platform/orm/store.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ProductData, VariantData } from './product-draft.ts';
import { catalogueTables, type ProductRow, parsed, type VariantRow } from './read-catalogue-rows.ts';

type EntityManager = Store['em'];

/** A product as it stands in the database. */
export interface StoredProduct {
  readonly id: string;
  readonly handle: string;
  readonly createdAt: Date;
  readonly data: ProductData;
  /** In the order of `data.variants`. */
  readonly variantIds: readonly string[];
}

/** A product that is to be written in whole. */
export interface ProductToStore {
  readonly handle: string;
  readonly before: StoredProduct | null;
  readonly data: ProductData;
  /** For each variant its place in what there was, or null. */
  readonly sameVariants: readonly (number | null)[];
}

/** Rows in one statement; databases limit the number of parameters. */
const ROWS = 200;

/**
 * The products with some handles. With `lock` their variants stay locked until the transaction ends, so that no order
 * takes stock between reading and writing it.
 */
export async function readStoredProducts(
  em: EntityManager,
  handles: readonly string[],
  lock: boolean,
): Promise<Map<string, StoredProduct>> {
  const stored = new Map<string, StoredProduct>();
  if (handles.length === 0) return stored;
  const products = await catalogueTables(em).selectFrom('product').selectAll().where('handle', 'in', handles).execute();
  const variants = await readVariants(
    em,
    products.map(({ id }) => id),
    lock,
  );
  for (const row of products) stored.set(row.handle, storedProduct(row, variants.get(row.id) ?? []));
  return stored;
}

/** A row with the rows of its variants, as they were written. */
export function storedProduct(row: ProductRow, variants: readonly VariantRow[]): StoredProduct {
  return {
    id: row.id,
    handle: row.handle,
    createdAt: new Date(row.created_at),
    variantIds: variants.map(({ id }) => id),
    data: {
      status: row.status,
      vendor: row.vendor,
      range: row.range,
      category: row.category,
      texture: row.texture,
      texts: parsed(row.texts),
      skinTypes: parsed(row.skin_types),
      concerns: parsed(row.concerns),
      freeFrom: parsed(row.free_from),
      useTimes: parsed(row.use_times),
      collections: parsed(row.collections),
      ingredients: parsed(row.ingredients),
      tags: parsed(row.tags),
      options: parsed(row.options),
      pictures: parsed(row.pictures),
      packaging: row.packaging === null ? null : parsed(row.packaging),
      periodAfterOpeningMonths: row.period_after_opening_months,
      manufacturer: row.manufacturer === null ? null : parsed(row.manufacturer),
      responsiblePersons: row.responsible_persons === null ? {} : parsed(row.responsible_persons),
      countryOfOrigin: row.country_of_origin,
      sourceFields: parsed(row.source_fields),
      variants: variants.map(variantData),
    },
  };
}

/** The rows of the variants of some products, by product and in their order. */
export async function readVariants(
  em: EntityManager,
  productIds: readonly string[],
  lock: boolean,
): Promise<Map<string, VariantRow[]>> {
  const byProduct = new Map<string, VariantRow[]>();
  if (productIds.length === 0) return byProduct;
  const all = catalogueTables(em)
    .selectFrom('variant')
    .selectAll()
    .where('product_id', 'in', productIds)
    .orderBy('position');
  // SQLite has one writer at a time and no row locks.
  const rows = await (lock && !isSqlite(em) ? all.forUpdate() : all).execute();
  for (const row of rows) {
    const known = byProduct.get(row.product_id);
    if (known) known.push(row);
    else byProduct.set(row.product_id, [row]);
  }
  return byProduct;
}

/** Writes products in whole under a catalogue version; variants that are no more are deleted. */
export async function storeProducts(
  em: EntityManager,
  products: readonly ProductToStore[],
  version: number,
  now: Date,
): Promise<void> {
  const sqlite = isSqlite(em);
  const productRows: ProductRow[] = [];
  const variantRows: VariantRow[] = [];
  for (const { handle, before, data, sameVariants } of products) {
    const id = before?.id ?? newId();
    productRows.push(productRow(id, handle, data, before?.createdAt ?? now, version, sqlite));
    data.variants.forEach((variant, position) => {
      const same = sameVariants[position];
      variantRows.push(variantRow(before?.variantIds[same ?? -1] ?? newId(), id, position, variant, sqlite));
    });
  }
  const tables = catalogueTables(em);
  for (const rows of chunksOf(productRows)) {
    await tables
      .insertInto('product')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(excluded(rows[0])))
      .execute();
  }
  const kept = new Set(variantRows.map(({ id }) => id));
  const gone = products.flatMap(({ before }) => before?.variantIds ?? []).filter((id) => !kept.has(id));
  if (gone.length > 0) await tables.deleteFrom('variant').where('id', 'in', gone).execute();
  for (const rows of chunksOf(variantRows)) {
    await tables
      .insertInto('variant')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(excluded(rows[0])))
      .execute();
  }
}

/** Whether the entity manager's database is SQLite. */
export function isSqlite(em: EntityManager): boolean {
  return em.getPlatform().constructor.name.includes('Sqlite');
}

/** Sets each column to what the refused insert would have put there. */
export function excluded<Row extends object>(row: Row | undefined): { [Column in keyof Row]: RawBuilder<never> } {
  return Object.fromEntries(
    Object.keys(row ?? {}).map((column) => [column, sql<never>`${sql.ref(`excluded.${column}`)}`]),
  ) as {
    [Column in keyof Row]: RawBuilder<never>;
  };
}

function productRow(
  id: string,
  handle: string,
  data: ProductData,
  created: Date,
  version: number,
  sqlite: boolean,
): ProductRow {
  return {
    id,
    handle,
    status: data.status,
    vendor: data.vendor,
    range: data.range,
    category: data.category,
    texture: data.texture,
    texts: canonicalJson(data.texts),
    skin_types: canonicalJson(data.skinTypes),
    concerns: canonicalJson(data.concerns),
    free_from: canonicalJson(data.freeFrom),
    use_times: canonicalJson(data.useTimes),
    collections: canonicalJson(data.collections),
    ingredients: canonicalJson(data.ingredients),
    tags: canonicalJson(data.tags),
    options: canonicalJson(data.options),
    pictures: canonicalJson(data.pictures),
    packaging: data.packaging && canonicalJson(data.packaging),
    period_after_opening_months: data.periodAfterOpeningMonths,
    manufacturer: data.manufacturer && canonicalJson(data.manufacturer),
    responsible_persons:
      Object.keys(data.responsiblePersons).length > 0 ? canonicalJson(data.responsiblePersons) : null,
    country_of_origin: data.countryOfOrigin,
    source_fields: canonicalJson(data.sourceFields),
    created_at: sqlite ? created.getTime() : created,
    catalogue_version: version,
  };
}

function variantRow(
  id: string,
  productId: string,
  position: number,
  variant: VariantData,
  sqlite: boolean,
): VariantRow {
  return {
    id,
    product_id: productId,
    position,
    sku: variant.sku,
    barcode: variant.barcode,
    option_values: canonicalJson(variant.optionValues),
    content_amount: variant.contentAmount,
    content_unit: variant.contentUnit,
    prices: canonicalJson(variant.prices),
    compare_at_prices: canonicalJson(variant.compareAtPrices),
    stock: variant.stock,
    stock_tracked: sqlite ? Number(variant.stockTracked) : variant.stockTracked,
    weight_grams: variant.weightGrams,
    source_fields: canonicalJson(variant.sourceFields),
  };
}

function variantData(row: VariantRow): VariantData {
  return {
    sku: row.sku,
    barcode: row.barcode,
    optionValues: parsed(row.option_values),
    contentAmount: row.content_amount,
    contentUnit: row.content_unit as VariantData['contentUnit'],
    prices: parsed(row.prices),
    compareAtPrices: parsed(row.compare_at_prices),
    stock: row.stock,
    stockTracked: Boolean(row.stock_tracked),
    weightGrams: row.weight_grams,
    sourceFields: parsed(row.source_fields),
  };
}

/** Slices of a list, each small enough for one statement. */
export function* chunksOf<Item>(items: readonly Item[], size = ROWS): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
