import type { SuggestionsArgs } from '@barrier/schema/catalog/product.args.ts';
import type { SearchSuggestions } from '@barrier/schema/catalog/search-suggestions.type.ts';
import { PublicError } from '../../platform/errors.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { CollectionView } from './collection-view.ts';
import { findProducts } from './find-products.ts';
import { IngredientView } from './ingredient-view.ts';
import { localeOf } from './locale.ts';
import { nearestNames } from './nearest-names.ts';
import { ProductView } from './product-view.ts';

/** Most suggestions of each kind. */
const MOST_FIRST = 10;

/**
 * What a search field offers while somebody types: products, ingredients and collections.
 * @throws {PublicError} BAD_USER_INPUT if `first` is not 1 to 10 or the query is too long.
 */
export function suggestSearch(catalogue: CatalogueSnapshot, args: SuggestionsArgs): SearchSuggestions {
  const { query, first } = args;
  if (first < 1 || first > MOST_FIRST) throw new PublicError('BAD_USER_INPUT', `first: it must be 1 to ${MOST_FIRST}.`);
  if (query.trim() === '') return { products: [], ingredients: [], collections: [], nearest: [] };
  const locale = localeOf(args.language, args.market);
  const { index } = catalogue;
  const found = findProducts(index, locale, { query, typing: true, first });
  const values = index
    .searchable()
    .findValues(query, locale.lang)
    .map((number) => index.facets.entry(number));
  const named = values.filter(({ facet, value }) => index.countWith(facet, value, locale.mkt) > 0);
  const nothing = found.slots.length === 0 && named.length === 0;
  return {
    nearest: nothing ? nearestNames(catalogue, locale, query) : [],
    products: found.slots.flatMap((slot) => {
      const record = index.products[slot];
      return record ? new ProductView(record, locale, catalogue) : [];
    }),
    ingredients: named
      .flatMap(({ facet, value }) => (facet === 'INGREDIENT' ? (catalogue.ingredient(value) ?? []) : []))
      .slice(0, first)
      .map((record) => new IngredientView(record, locale, catalogue)),
    collections: named
      .flatMap(({ facet, value }) =>
        facet === 'CATEGORY' || facet === 'COLLECTION' ? (catalogue.collection(value) ?? []) : [],
      )
      .slice(0, first)
      .map((record) => new CollectionView(record, locale, catalogue)),
  };
}
