import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { expect, it } from 'vitest';
import { forgetCached } from './forget-cached.ts';

it('Whoever asks next finds nothing of the one before in the cache, and the shop as it was', () => {
  const cache = new InMemoryCache({ typePolicies: { Cart: { keyFields: ['market'] } } });
  const client = new ApolloClient({ cache, link: ApolloLink.empty() });
  const data = {
    collections: [{ __typename: 'Collection', handle: 'serum' }],
    cart: { __typename: 'Cart', market: 'EU', totalQuantity: 2 },
    me: { __typename: 'Customer', id: 'somebody' },
  };
  cache.writeQuery({ query: gql`{ collections { handle } cart { market totalQuantity } me { id } }`, data });
  forgetCached(client);
  expect(JSON.stringify(cache.extract())).not.toMatch(/Cart|Customer|somebody/);
  expect(cache.readQuery({ query: gql`{ collections { handle } }` })).toEqual({ collections: data.collections });
});
