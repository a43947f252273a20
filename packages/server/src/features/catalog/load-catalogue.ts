import type { Store } from '../../platform/orm/store.ts';
import type { RecordBuilder } from './build-records.ts';
import type { CollectionRecord, IngredientRecord, ProductRecord } from './catalogue-records.ts';
import { catalogueTables, type ProductRow, readCatalogueVersion, type VariantRow } from './read-catalogue-rows.ts';
import { readVariants } from './store-products.ts';

/** What has changed since a version: products by id (null where no longer sold), ingredients and collections. */
export interface CatalogueChanges {
  readonly version: number;
  readonly products: ReadonlyMap<string, ProductRecord | null>;
  readonly ingredients: readonly IngredientRecord[];
  readonly collections: readonly CollectionRecord[];
}

/** Products read at a time: rows become records before the next are read, so that the peak of memory stays low. */
const BATCH = 500;

/** Reads what is newer than a version, with plain rows and no entities. */
export async function loadCatalogueChanges(
  store: Store,
  since: number,
  builder: RecordBuilder,
): Promise<CatalogueChanges> {
  const em = store.em.fork();
  const tables = catalogueTables(em);
  // Read first: what is written meanwhile is read again with the next event, not missed.
  const version = await readCatalogueVersion(em);
  const ingredients = await tables
    .selectFrom('ingredient')
    .selectAll()
    .where('catalogue_version', '>', since)
    .execute();
  const collections = await tables
    .selectFrom('collection')
    .selectAll()
    .where('catalogue_version', '>', since)
    .execute();
  builder.learnCopies(
    await tables.selectFrom('fetched_picture').selectAll().where('catalogue_version', '>', since).execute(),
  );
  const products = new Map<string, ProductRecord | null>();
  const ids = await readNewerIds(store, since);
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    const rows = await readProducts(store, batch);
    const variants = await readVariants(store.em.fork(), batch, false);
    for (const row of rows) {
      products.set(row.id, row.status === 'ACTIVE' ? builder.product(row, variants.get(row.id) ?? []) : null);
    }
  }
  return {
    version,
    products,
    ingredients: ingredients.map((row) => builder.ingredient(row)),
    collections: collections.map((row) => builder.collection(row)),
  };
}

/** The ids of all products that are sold, to find out which of those held were deleted. */
export async function readActiveIds(store: Store): Promise<Set<string>> {
  const rows = await catalogueTables(store.em.fork())
    .selectFrom('product')
    .select('id')
    .where('status', '=', 'ACTIVE')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** How many products are sold. */
export async function countActive(store: Store): Promise<number> {
  const row = await catalogueTables(store.em.fork())
    .selectFrom('product')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('status', '=', 'ACTIVE')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The present stock of variants; of all of them if none are named. */
export async function readStock(
  store: Store,
  variantIds: readonly string[] | null,
): Promise<Pick<VariantRow, 'id' | 'stock' | 'stock_tracked'>[]> {
  const all = catalogueTables(store.em.fork()).selectFrom('variant').select(['id', 'stock', 'stock_tracked']);
  return variantIds ? all.where('id', 'in', variantIds).execute() : all.execute();
}

/** The ids of the products that are newer than a version, in ascending order; asked for whole rows, SQLite would look through all of them. */
async function readNewerIds(store: Store, since: number): Promise<string[]> {
  const rows = await catalogueTables(store.em.fork())
    .selectFrom('product')
    .select('id')
    .where('catalogue_version', '>', since)
    .execute();
  return rows.map(({ id }) => id).sort();
}

function readProducts(store: Store, ids: readonly string[]): Promise<ProductRow[]> {
  return catalogueTables(store.em.fork())
    .selectFrom('product')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
}
