import type { CurrencyCode, Language } from '@barrier/schema/market/market.type.ts';
import type { Store } from '../../platform/orm/store.ts';
import type { CatalogueFormat } from './import-catalogue.ts';
import { catalogueTables, type ProductRow } from './read-catalogue-rows.ts';
import { readGroups, readIngredients } from './store-groups.ts';
import { readVariants, type StoredProduct, storedProduct } from './store-products.ts';
import { GroupBook } from './transfer/group-book.ts';
import { ingredientBook } from './transfer/ingredient-book.ts';
import { groupToJson, ingredientToJson } from './transfer/names-to-json.ts';
import { productToJson } from './transfer/product-to-json.ts';
import { csvLine, productToRows, usedColumns } from './transfer/product-to-rows.ts';

/** What to export and how. */
export interface ExportRequest {
  readonly format: CatalogueFormat;
  /** The currency of a CSV file's price column; EUR by default. The others follow in columns of their markets. */
  readonly currency?: CurrencyCode;
  /** The language of a CSV file's texts; English by default. */
  readonly language?: Language;
  /** Told how many products have been written. */
  readonly onProgress?: (products: number) => void;
}

/** Products read at a time. */
const BATCH = 200;

/**
 * The whole catalogue as lines of a file, products of every state, in the order in which they were made. Imported again,
 * it changes nothing; imported into an empty shop, it gives the same file again. A CSV file holds products only, with texts
 * in one language; JSON Lines hold everything: ingredients, categories and collections first, since products refer to them.
 */
export async function* exportCatalogue(store: Store, request: ExportRequest): AsyncGenerator<string> {
  const { format, currency = 'EUR', language = 'EN', onProgress } = request;
  const groups = await readGroups(store.em.fork());
  const ingredients = await readIngredients(store.em.fork());
  let products = 0;
  if (format === 'jsonl') {
    for (const ingredient of ingredients) yield `${ingredientToJson(ingredient)}\n`;
    for (const kind of ['CATEGORY', 'COLLECTION']) {
      for (const group of groups.filter((one) => one.kind === kind)) yield `${groupToJson(group)}\n`;
    }
    for await (const product of allProducts(store)) {
      yield `${productToJson(product)}\n`;
      onProgress?.(++products);
    }
    return;
  }
  const writing = {
    language,
    currency,
    groups: new GroupBook(groups, language),
    ingredients: ingredientBook(ingredients, language),
  };
  const extra = new Set<string>();
  for await (const product of allProducts(store)) {
    for (const column of usedColumns(product, writing)) extra.add(column);
  }
  const { columns, write } = productToRows([...extra], writing);
  yield csvLine(columns);
  for await (const product of allProducts(store)) {
    for (const row of write(product)) yield csvLine(row);
    onProgress?.(++products);
  }
}

async function* allProducts(store: Store): AsyncGenerator<StoredProduct> {
  for (let last: string | null = null; ; ) {
    const em = store.em.fork();
    const all = catalogueTables(em).selectFrom('product').selectAll().orderBy('id').limit(BATCH);
    const rows: ProductRow[] = await (last === null ? all : all.where('id', '>', last)).execute();
    const variants = await readVariants(
      em,
      rows.map(({ id }) => id),
      false,
    );
    for (const row of rows) yield storedProduct(row, variants.get(row.id) ?? []);
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = end.id;
  }
}
