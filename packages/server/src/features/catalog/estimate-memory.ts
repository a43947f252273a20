import type { ProductRecord } from './catalogue-records.ts';
import type { Texts } from './localised-text.ts';
import type { ProductIndex } from './product-index.ts';

/** Bytes that the read model takes, by part. */
export interface MemoryFigure {
  readonly products: number;
  readonly longTexts: number;
  readonly search: number;
  readonly facets: number;
  readonly orders: number;
  readonly total: number;
}

/** V8's costs on a 64-bit machine without pointer compression: a string's header, an object's, and a pointer. */
const STRING = 16;
const OBJECT = 24;
const POINTER = 8;

/** Estimates from what is held, without walking the heap. Strings kept once for many products are counted for each: it errs upwards. */
export function estimateMemory(products: Iterable<ProductRecord>, index: ProductIndex): MemoryFigure {
  let records = 0;
  let longTexts = 0;
  for (const product of products) {
    records += bytesOfProduct(product);
    longTexts += product.longTexts.size;
  }
  const { search, facets, orders } = index.bytes();
  return {
    products: records,
    longTexts,
    search,
    facets,
    orders,
    total: records + longTexts + search + facets + orders,
  };
}

function bytesOfProduct(product: ProductRecord): number {
  const own = OBJECT + 26 * POINTER + bytesOf(product.id) + bytesOf(product.slug) + 3 * 50;
  const texts = bytesOfTexts(product.title) + (product.subtitle ? bytesOfTexts(product.subtitle) : 0);
  const lists =
    2 * OBJECT + product.ingredients.length * POINTER + product.pictures.length * 200 + bytesOf(product.tags);
  const variants = product.variants.reduce(
    (sum, { id, sku, barcode }) =>
      sum + OBJECT + 14 * POINTER + 60 + bytesOf(id) + bytesOf(sku ?? '') + bytesOf(barcode ?? ''),
    0,
  );
  return own + texts + lists + variants;
}

function bytesOfTexts(texts: Texts): number {
  return OBJECT + texts.length * POINTER + [...new Set(texts)].reduce((sum, text) => sum + bytesOf(text), 0);
}

/** V8 keeps a string whose characters are all below U+0100 in one byte each. */
const TWO_BYTES = /[^\p{ASCII}\u0080-\u00ff]/u;

function bytesOf(text: string): number {
  return STRING + text.length * (TWO_BYTES.test(text) ? 2 : 1);
}
