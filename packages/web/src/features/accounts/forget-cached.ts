import type { ApolloClient } from '@apollo/client';

/** What the API answers everybody alike; pages show it all the time and would blink without it. */
const SAME_FOR_ALL: readonly string[] = [
  'collections',
  'collection',
  'products',
  'product',
  'relatedProducts',
  'ingredients',
  'ingredient',
  'seller',
  'dataMap',
  'countries',
  'addressForm',
  'deliveryOffers',
];

/**
 * Forgets what was answered so far when somebody else is about to ask: all but what is the same for everybody. What is
 * on the page is asked for anew by itself. Personal values are in no cache in the first place.
 */
export function forgetCached(client: ApolloClient): void {
  client.cache.modify({
    id: 'ROOT_QUERY',
    fields: (value: unknown, { fieldName, DELETE }) =>
      fieldName === '__typename' || SAME_FOR_ALL.includes(fieldName) ? value : DELETE,
  });
  client.cache.gc();
}
