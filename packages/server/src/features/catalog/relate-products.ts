import type { RelatedArgs } from '@barrier/schema/catalog/product.args.ts';
import { PublicError } from '../../platform/errors.ts';
import type { ProductRecord } from './catalogue-records.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { type Bitset, intersect, slotsIn } from './index/bitset.ts';
import { facetValuesOf, type SetFacet } from './index/facet-values.ts';
import { type Locale, localeOf } from './locale.ts';
import { ProductView } from './product-view.ts';

/** Most related products of one. */
const MOST_FIRST = 12;

/** What makes products related, and how much a value that few products share counts. */
const SHARED: readonly (readonly [SetFacet, number])[] = [
  ['CONCERN', 2],
  ['CATEGORY', 2],
  ['INGREDIENT', 1],
];

/**
 * The products in stock that share most with one: concerns, category and ingredients, a rare one counting more than one
 * that is in everything. It is the same for every visitor: nothing but the catalogue is looked at.
 * @throws {PublicError} BAD_USER_INPUT if `first` is not 1 to 12.
 */
export function relateProducts(catalogue: CatalogueSnapshot, args: RelatedArgs): ProductView[] {
  const { slug, first } = args;
  if (first < 1 || first > MOST_FIRST) throw new PublicError('BAD_USER_INPUT', `first: it must be 1 to ${MOST_FIRST}.`);
  const product = catalogue.product(slug);
  if (!product) return [];
  const locale = localeOf(args.language, args.market);
  const scores = scoreShared(catalogue, locale, product);
  return [...scores]
    .flatMap(([slot, score]) => {
      const record = catalogue.index.products[slot];
      return record && record !== product ? [{ record, score }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.record.slug < b.record.slug ? -1 : 1))
    .slice(0, first)
    .map(({ record }) => new ProductView(record, locale, catalogue));
}

function scoreShared({ index }: CatalogueSnapshot, { mkt }: Locale, product: ProductRecord): Map<number, number> {
  const shelf = index.shelf(mkt);
  const scores = new Map<number, number>();
  for (const [facet, weight] of SHARED) {
    for (const value of facetValuesOf(product, facet)) {
      const number = index.facets.numberOf(facet, value);
      const count = number === undefined ? 0 : (shelf.counts[number] ?? 0);
      // What half of the shop has tells nothing.
      if (number === undefined || count < 2 || count * 2 > shelf.size) continue;
      const rarity = weight * Math.log2(shelf.size / count);
      for (const slot of slotsIn(soldHere(index.facets.setOf(number), shelf.set, index.inStock))) {
        scores.set(slot, (scores.get(slot) ?? 0) + rarity);
      }
    }
  }
  return scores;
}

function soldHere(products: Bitset, ...others: readonly Bitset[]): Bitset {
  const rest = products.slice();
  for (const other of others) intersect(rest, other);
  return rest;
}
