import type { SuggestionsQuery } from '../../generated/graphql.ts';

/** What was found for what has been typed. */
export type Found = SuggestionsQuery['searchSuggestions'];

/** The element that holds the suggestions. */
export const LIST_ID = 'search-suggestions';

/** Where a suggestion leads to, and the element that it is: addresses differ, so they name the elements too. */
export interface SuggestionOption {
  readonly id: string;
  readonly to: string;
}

const option = (to: string): SuggestionOption => ({ id: `${LIST_ID}${to.replaceAll('/', '-')}`, to });

/** The suggestions by kind. */
export const optionOf = {
  product: ({ slug }: { slug: string }) => option(`/products/${slug}`),
  collection: ({ handle }: { handle: string }) => option(`/collections/${handle}`),
  ingredient: ({ slug }: { slug: string }) => option(`/ingredients/${slug}`),
} as const;

/** All suggestions in the order in which the arrow keys go through them. */
export function optionsOf(found: Found | null): SuggestionOption[] {
  if (!found) return [];
  return [
    ...found.products.map(optionOf.product),
    ...found.collections.map(optionOf.collection),
    ...found.ingredients.map(optionOf.ingredient),
  ];
}

/** The place that an arrow key leads to: -1 is the field itself, which comes before the first and after the last. */
export function nextPlace(at: number, count: number, key: 'ArrowDown' | 'ArrowUp'): number {
  const stops = count + 1;
  return ((at + 1 + (key === 'ArrowDown' ? 1 : stops - 1)) % stops) - 1;
}
