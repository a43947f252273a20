import { ApolloClient, type ApolloLink, InMemoryCache, type NormalizedCacheObject } from '@apollo/client';

/**
 * The client with its cache. Catalogue objects differ by language and market under one id, so they are not shared by
 * id but stay under the field, with its arguments, that answered them; the cart has one entry for each market.
 */
export function createApollo(
  link: ApolloLink,
  options: { onServer: boolean; cache?: NormalizedCacheObject },
): ApolloClient {
  const cache = new InMemoryCache({
    typePolicies: {
      Query: {
        fields: { products: { keyArgs: ['query', 'filter', 'sort', 'language', 'market'], merge: appendPage } },
      },
      Product: { keyFields: false },
      ProductVariant: { keyFields: false },
      Cart: { keyFields: ['market'], merge: false },
      CartLine: { keyFields: false },
      Order: { keyFields: ['number'] },
    },
  });
  if (options.cache) cache.restore(options.cache);
  return new ApolloClient({
    link,
    cache,
    ssrMode: options.onServer,
    devtools: { enabled: false },
  });
}

interface Page {
  readonly nodes: readonly unknown[];
}

/** Joins the next page of a list to those before it; a page asked for without a cursor starts anew. */
function appendPage(before: Page | undefined, next: Page, { args }: { args: Record<string, unknown> | null }): Page {
  if (!before || !args?.after) return next;
  return { ...next, nodes: [...before.nodes, ...next.nodes] };
}
