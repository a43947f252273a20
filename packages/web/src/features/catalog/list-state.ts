import type {
  FacetKey,
  ProductFilter,
  ProductListQuery,
  ProductListQueryVariables,
  ProductSort,
} from '../../generated/graphql.ts';
import { apiLanguage } from '../../platform/locale/language.ts';
import type { Locale } from '../../platform/locale/locale-context.tsx';
import { searchedWords } from '../search/searched-words.ts';

/** How many products a list shows at first, and how many more each time. */
export const PAGE_SIZE = 24;

/** The most products that one query may ask for. */
const MOST_AT_ONCE = 100;

/** Each facet's name in the address and its field in the API's filter; enum values are written `barrier-care`. */
const FACETS = {
  CATEGORY: { name: 'category', field: 'category', enumerated: false },
  COLLECTION: { name: 'collection', field: 'collection', enumerated: false },
  CONCERN: { name: 'concern', field: 'concern', enumerated: true },
  SKIN_TYPE: { name: 'skin', field: 'skinType', enumerated: true },
  TEXTURE: { name: 'texture', field: 'texture', enumerated: true },
  FREE_FROM: { name: 'without', field: 'freeFrom', enumerated: true },
  INGREDIENT: { name: 'ingredient', field: 'ingredient', enumerated: false },
  SIZE: { name: 'size', field: 'size', enumerated: false },
  VENDOR: { name: 'brand', field: 'vendor', enumerated: false },
} as const satisfies Record<
  Exclude<FacetKey, 'PRICE'>,
  { name: string; field: keyof ProductFilter; enumerated: boolean }
>;

type SetFacet = keyof typeof FACETS;

/** The allowed values of the enumerated facets: an address may say anything, the API takes these only. */
const ALLOWED: Readonly<Partial<Record<SetFacet, readonly string[]>>> = {
  CONCERN: [
    'DEHYDRATION',
    'REDNESS',
    'BARRIER_CARE',
    'DULLNESS',
    'UNEVEN_TONE',
    'PORES',
    'BLEMISHES',
    'FINE_LINES',
    'ROUGHNESS',
    'PUFFINESS',
    'SUN_PROTECTION',
  ] satisfies readonly NonNullable<ProductFilter['concern']>[number][],
  SKIN_TYPE: ['DRY', 'OILY', 'COMBINATION', 'NORMAL', 'SENSITIVE'] satisfies readonly NonNullable<
    ProductFilter['skinType']
  >[number][],
  TEXTURE: [
    'GEL',
    'CREAM',
    'OIL',
    'FOAM',
    'BALM',
    'LOTION',
    'LIQUID',
    'MILK',
    'STICK',
    'MIST',
    'POWDER',
    'SHEET',
  ] satisfies readonly NonNullable<ProductFilter['texture']>[number][],
  FREE_FROM: [
    'FRAGRANCE',
    'ALCOHOL',
    'SILICONE',
    'ESSENTIAL_OILS',
    'MINERAL_OIL',
    'SULFATES',
    'PARABENS',
  ] satisfies readonly NonNullable<ProductFilter['freeFrom']>[number][],
};

/** The orders a visitor can choose, as they stand in the address; relevance, the default, does not. */
export const SORTS = {
  newest: 'NEWEST',
  'price-up': 'PRICE_ASC',
  'price-down': 'PRICE_DESC',
  name: 'TITLE',
} as const satisfies Record<string, ProductSort>;

/** Two amounts in minor units, or the first alone; longer ones the API has no number for. */
const PRICE_BAND = /^\d{1,9}-\d{0,9}$/;

const written = (value: string) => value.toLowerCase().replaceAll('_', '-');

/** The chosen values of a facet as the API spells them; a price band is one value, `from-to` in minor units. */
export function chosenValues(search: URLSearchParams, key: FacetKey): string[] {
  if (key === 'PRICE')
    return search
      .getAll('price')
      .filter((band) => PRICE_BAND.test(band))
      .slice(0, 1);
  const { name, enumerated } = FACETS[key];
  const values = search.getAll(name);
  if (!enumerated) return values;
  const allowed = ALLOWED[key] ?? [];
  return values.map((value) => value.toUpperCase().replaceAll('-', '_')).filter((value) => allowed.includes(value));
}

/** The address with a facet's value chosen or let go; a price band takes the place of another. The list starts anew. */
export function withValue(search: URLSearchParams, key: FacetKey, value: string, chosen: boolean): URLSearchParams {
  const others = key === 'PRICE' ? [] : chosenValues(search, key).filter((other) => other !== value);
  const name = key === 'PRICE' ? 'price' : FACETS[key].name;
  const spell = key !== 'PRICE' && FACETS[key].enumerated ? written : (text: string) => text;
  const next = new URLSearchParams(search);
  next.delete(name);
  next.delete('shown');
  for (const kept of chosen ? [...others, value] : others) next.append(name, spell(kept));
  return next;
}

/** The address with every facet let go; words searched for and the order stay. */
export function withoutFilter(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams();
  for (const name of ['q', 'sort', 'market']) {
    const value = search.get(name);
    if (value !== null) next.set(name, value);
  }
  return next;
}

/** The order that the address asks for, as it stands there; null for the default. */
export function sortOf(search: URLSearchParams): keyof typeof SORTS | null {
  const sort = search.get('sort');
  return sort !== null && Object.hasOwn(SORTS, sort) ? (sort as keyof typeof SORTS) : null;
}

/** The address in another order; the list starts anew. */
export function withSort(search: URLSearchParams, sort: string): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('shown');
  if (Object.hasOwn(SORTS, sort)) next.set('sort', sort);
  else next.delete('sort');
  return next;
}

/** How many products the address says were on show; at least one page. */
export function shownCount(search: URLSearchParams): number {
  const shown = Number.parseInt(search.get('shown') ?? '', 10);
  return Number.isInteger(shown) ? Math.max(PAGE_SIZE, shown) : PAGE_SIZE;
}

/** The address of the list with so many products on show: what a link to the next page leads to. */
export function withShown(search: URLSearchParams, shown: number): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set('shown', String(shown));
  return next;
}

/** What to ask the API for the list at an address; `base` narrows it further than the address says. */
export function listVariables(
  search: URLSearchParams,
  locale: Locale,
  base: ProductFilter = {},
): ProductListQueryVariables {
  const filter: ProductFilter = { ...base };
  for (const key of Object.keys(FACETS) as SetFacet[]) {
    const values = chosenValues(search, key);
    if (values.length > 0) Object.assign(filter, { [FACETS[key].field]: values });
  }
  const [band] = chosenValues(search, 'PRICE');
  if (band !== undefined) {
    const [from = '', to = ''] = band.split('-');
    filter.priceMin = Number(from);
    if (to !== '') filter.priceMax = Number(to);
  }
  const sort = sortOf(search);
  return {
    query: searchedWords(search) || null,
    filter,
    sort: sort && SORTS[sort],
    first: Math.min(MOST_AT_ONCE, shownCount(search)),
    language: apiLanguage(locale.language),
    market: locale.market,
  };
}

/** What to ask for to rank that list in the browser: nothing but the list, in the order of the shop. */
export function rankedVariables(
  search: URLSearchParams,
  locale: Locale,
  base?: ProductFilter,
): Pick<ProductListQueryVariables, 'query' | 'filter' | 'language' | 'market'> {
  const { query, filter, language, market } = listVariables(search, locale, base);
  return { query, filter, language, market };
}

/** What tells one list from another, however much of it is on show. */
export function listIdentity({ first: _, after: __, ...rest }: ProductListQueryVariables): string {
  return JSON.stringify(rest);
}

/** The values that are chosen, with their names, facet by facet. */
export function chosenLabels(
  facets: ProductListQuery['products']['facets'],
): { key: FacetKey; value: string; label: string }[] {
  return facets.flatMap(({ key, values }) =>
    values.filter(({ selected }) => selected).map(({ value, label }) => ({ key, value, label })),
  );
}
