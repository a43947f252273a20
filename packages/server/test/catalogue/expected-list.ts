import type { ProductFilter } from '@barrier/schema/catalog/product.args.ts';
import type { FacetKey, ProductSort } from '@barrier/schema/catalog/vocabulary.ts';
import type { ProductRecord } from '../../src/features/catalog/catalogue-records.ts';
import type { Locale } from '../../src/features/catalog/locale.ts';

/** The facets that are sets of values. */
export type SetFacet = Exclude<FacetKey, 'PRICE'>;

interface FacetRule {
  readonly field: keyof ProductFilter;
  readonly valuesOf: (product: ProductRecord) => readonly string[];
}

/** Each facet with its field of the filter and its values, written down anew rather than taken from the index. */
export const FACETS: Readonly<Record<SetFacet, FacetRule>> = {
  CATEGORY: { field: 'category', valuesOf: ({ category }) => (category ? [category] : []) },
  COLLECTION: { field: 'collection', valuesOf: ({ collections }) => collections },
  SKIN_TYPE: { field: 'skinType', valuesOf: ({ skinTypes }) => skinTypes },
  CONCERN: { field: 'concern', valuesOf: ({ concerns }) => concerns },
  TEXTURE: { field: 'texture', valuesOf: ({ texture }) => (texture ? [texture] : []) },
  SIZE: { field: 'size', valuesOf: sizesOf },
  FREE_FROM: { field: 'freeFrom', valuesOf: ({ freeFrom }) => freeFrom },
  INGREDIENT: { field: 'ingredient', valuesOf: ({ ingredients }) => ingredients },
  VENDOR: { field: 'vendor', valuesOf: ({ vendor }) => (vendor ? [vendor] : []) },
};

function sizesOf({ variants, options }: ProductRecord): string[] {
  return variants.flatMap(({ contentAmount, contentUnit, optionValues }) => {
    if (contentAmount !== null && contentUnit !== null) return [`${contentAmount} ${contentUnit.toLowerCase()}`];
    return optionValues.flatMap((value, at) => (options[at]?.[0] === 'Size' ? [value[0] ?? ''] : []));
  });
}

/** The price a product is listed with in a market; undefined where it is not sold. */
export function priceOf({ variants }: ProductRecord, { mkt }: Locale): number | undefined {
  const amounts = variants.flatMap(({ prices }) => prices[mkt]?.amount ?? []);
  return amounts.length > 0 ? Math.min(...amounts) : undefined;
}

/** Whether a product belongs into a list, the selection of one facet left out. */
export function belongs(product: ProductRecord, filter: ProductFilter, locale: Locale, without?: FacetKey): boolean {
  const price = priceOf(product, locale);
  if (price === undefined) return false;
  if (without !== 'PRICE') {
    if (filter.priceMin != null && price < filter.priceMin) return false;
    if (filter.priceMax != null && price > filter.priceMax) return false;
  }
  if (filter.inStock && product.variants.every(({ stockTracked, stock }) => stockTracked && stock <= 0)) return false;
  return (Object.keys(FACETS) as SetFacet[]).every((facet) => {
    const wanted = selectedIn(filter, facet);
    return (
      facet === without || wanted.length === 0 || FACETS[facet].valuesOf(product).some((one) => wanted.includes(one))
    );
  });
}

/** What a filter selects in a facet. */
export function selectedIn(filter: ProductFilter, facet: SetFacet): readonly string[] {
  return (filter[FACETS[facet].field] as readonly string[] | undefined) ?? [];
}

/** Products in the order of a list without a query. */
export function sorted(products: readonly ProductRecord[], sort: ProductSort, locale: Locale): ProductRecord[] {
  const byId = (a: ProductRecord, b: ProductRecord) => (a.id < b.id ? -1 : 1);
  const byPrice = (a: ProductRecord, b: ProductRecord) =>
    (priceOf(a, locale) ?? 0) - (priceOf(b, locale) ?? 0) || byId(a, b);
  const collator = new Intl.Collator(locale.language.toLowerCase(), { numeric: true });
  const byTitle = (a: ProductRecord, b: ProductRecord) =>
    collator.compare(a.title[locale.lang] ?? '', b.title[locale.lang] ?? '') || byId(a, b);
  const orders: Record<ProductSort, (a: ProductRecord, b: ProductRecord) => number> = {
    RELEVANCE: byId,
    NEWEST: (a, b) => b.createdAt - a.createdAt || byId(b, a),
    PRICE_ASC: byPrice,
    PRICE_DESC: (a, b) => byPrice(b, a),
    TITLE: byTitle,
  };
  return products.toSorted(orders[sort]);
}
