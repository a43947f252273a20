/** An operation of the bench with the variable sets it is asked with; 500 distinct ones, so that no answer can be cached whole (D20). */
export interface Operation {
  readonly name: string;
  /** The root field that it asks for. */
  readonly field: string;
  readonly document: string;
  readonly variables: readonly Record<string, unknown>[];
}

/** How many distinct variable sets each operation is asked with. */
const SETS = 500;

const LIST = /* GraphQL */ `
  query List($filter: ProductFilter, $sort: ProductSort, $first: Int!, $language: Language!, $market: Market!) {
    products(filter: $filter, sort: $sort, first: $first, language: $language, market: $market) {
      totalCount
      nodes {
        id
        slug
        title
        subtitle
        stock
        priceFrom { amount currency }
        pictures { url width height alt }
      }
      facets { key values { value label count selected } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

const DETAIL = /* GraphQL */ `
  query Detail($slug: String!, $language: Language!, $market: Market!) {
    product(slug: $slug, language: $language, market: $market) {
      id
      slug
      title
      subtitle
      descriptionHtml
      directions
      warnings
      manufacturer { name address country contact }
      responsiblePerson { market company { name address country contact } }
      countryOfOrigin
      batchNote
      vendor
      skinTypes
      concerns
      texture
      freeFrom
      useTimes
      periodAfterOpeningMonths
      category { handle title }
      ingredients { slug inci commonName explanation functions }
      pictures { url width height alt }
      variants {
        id
        title
        sku
        stock
        price { amount currency }
        unitPrice { amount currency }
        options { name value }
      }
    }
  }
`;

const SEARCH = /* GraphQL */ `
  query Search($query: String!, $language: Language!, $market: Market!) {
    products(query: $query, first: 12, language: $language, market: $market) {
      totalCount
      nodes { id slug title priceFrom { amount currency } pictures { url width height alt } }
    }
  }
`;

const LANGUAGES = ['EN', 'DE', 'ZH'] as const;
const MARKETS = ['EU', 'GB', 'US', 'CN'] as const;
const SORTS = ['RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'TITLE'] as const;
const SKIN_TYPES = ['DRY', 'OILY', 'COMBINATION', 'NORMAL', 'SENSITIVE'] as const;
const CONCERNS = ['DEHYDRATION', 'REDNESS', 'BARRIER_CARE', 'DULLNESS', 'PORES', 'FINE_LINES', 'ROUGHNESS'] as const;

/** Words that shoppers type: whole, begun, misspelt, in three languages. */
const WORDS = [
  'serum',
  'cream',
  'gel',
  'niacin',
  'hyaluron',
  'cleansr',
  'retinal',
  'ceramid',
  'sunscren',
  'squalane',
  'gentle',
  'dew',
  'vitamin c',
  'body lotion',
  'Reinigung',
  'Gesichtsoel',
  'Feuchtigkeit',
  'Handcreme',
  '精华',
  '面霜',
  '洁面',
  '防晒',
  'calm',
  'clear',
  'renew',
  'shade',
  'form',
  'oil',
  'balm',
  'toner',
  'mask',
  'eye',
  'panthenol',
  'urea',
  'zinc',
  'salicyl',
] as const;

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;
const sets = (make: (index: number) => Record<string, unknown>) =>
  Array.from({ length: SETS }, (_, index) => make(index));

/** The read operations of the bench on a catalogue with these product handles. */
export function readOperations(handles: readonly string[]): Operation[] {
  const locale = (index: number) => ({
    language: pick(LANGUAGES, index),
    market: pick(MARKETS, Math.floor(index / 3)),
  });
  return [
    {
      name: 'List',
      field: 'products',
      document: LIST,
      variables: sets((index) => ({
        first: 24,
        sort: pick(SORTS, Math.floor(index / 12)),
        filter: {
          ...(index % 2 ? { skinType: [pick(SKIN_TYPES, index >> 1)] } : {}),
          ...(index % 3 ? { concern: [pick(CONCERNS, Math.floor(index / 5))] } : {}),
          ...(index % 7 === 0 ? { inStock: true } : {}),
        },
        ...locale(index),
      })),
    },
    {
      name: 'Detail',
      field: 'product',
      document: DETAIL,
      variables: sets((index) => ({ slug: pick(handles, index * 7), ...locale(index) })),
    },
    {
      name: 'Search',
      field: 'products',
      document: SEARCH,
      variables: sets((index) => ({
        query: `${pick(WORDS, index)}${index % 5 === 0 ? ` ${pick(WORDS, index * 3 + 1)}` : ''}`,
        ...locale(index),
      })),
    },
  ];
}
