import type { FacetKey } from '@barrier/schema/catalog/vocabulary.ts';
import type { ProductRecord, VariantRecord } from '../catalogue-records.ts';

/** The facets that are sets of values; PRICE is computed from the order of prices. */
export type SetFacet = Exclude<FacetKey, 'PRICE'>;

/** The set facets in the order in which they are answered. */
export const SET_FACETS: readonly SetFacet[] = [
  'CATEGORY',
  'COLLECTION',
  'SKIN_TYPE',
  'CONCERN',
  'TEXTURE',
  'SIZE',
  'FREE_FROM',
  'INGREDIENT',
  'VENDOR',
];

const VALUES: Readonly<Record<SetFacet, (product: ProductRecord) => readonly string[]>> = {
  CATEGORY: ({ category }) => (category ? [category] : []),
  COLLECTION: ({ collections }) => collections,
  SKIN_TYPE: ({ skinTypes }) => skinTypes,
  CONCERN: ({ concerns }) => concerns,
  TEXTURE: ({ texture }) => (texture ? [texture] : []),
  SIZE: (product) => product.variants.flatMap((variant) => sizeOf(product, variant) ?? []),
  FREE_FROM: ({ freeFrom }) => freeFrom,
  INGREDIENT: ({ ingredients }) => ingredients,
  VENDOR: ({ vendor }) => (vendor ? [vendor] : []),
};

/** The values of a product in a facet, each once. */
export function facetValuesOf(product: ProductRecord, facet: SetFacet): ReadonlySet<string> {
  return new Set(VALUES[facet](product));
}

const SIZE_OPTION = /^(size|größe|grösse|taille|talla|规格|尺寸|尺码|容量)$/i;

/** The size of a variant: its content, or the value of the option that is called size. */
export function sizeOf(product: ProductRecord, variant: VariantRecord): string | null {
  if (variant.contentAmount && variant.contentUnit) {
    return `${variant.contentAmount} ${variant.contentUnit === 'ML' ? 'ml' : 'g'}`;
  }
  const option = product.options.findIndex((names) => names.some((name) => SIZE_OPTION.test(name.trim())));
  return variant.optionValues[option]?.[0] ?? null;
}
