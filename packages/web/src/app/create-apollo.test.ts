import { ApolloLink, Observable } from '@apollo/client';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createApollo } from './create-apollo.ts';

const list = parse(`
  query List($first: Int, $after: String, $market: Market) {
    products(first: $first, after: $after, market: $market) { __typename nodes { __typename id title } pageInfo { __typename endCursor } }
  }
`);
const product = (id: string, title = id) => ({ __typename: 'Product', id, title });

/** A catalogue of four products, two a page, whose titles name the market. */
const catalogue = new ApolloLink(
  ({ variables }) =>
    new Observable((observer) => {
      const all = ['a', 'b', 'c', 'd'].map((id) => product(id, `${id} in ${String(variables.market)}`));
      const from = variables.after === undefined ? 0 : Number(variables.after) + 1;
      const nodes = all.slice(from, from + 2);
      const pageInfo = { __typename: 'PageInfo', endCursor: String(from + nodes.length - 1) };
      observer.next({ data: { products: { __typename: 'ProductConnection', nodes, pageInfo } } });
      observer.complete();
    }),
);

const titles = (data: unknown) =>
  (data as { products: { nodes: { title: string }[] } }).products.nodes.map(({ title }) => title);

describe('createApollo', () => {
  it('joins the next page of a list to those before it', async () => {
    const client = createApollo(catalogue, { onServer: false });
    const watched = client.watchQuery({ query: list, variables: { first: 2, market: 'EU' } });
    await client.query({ query: list, variables: { first: 2, market: 'EU' } });
    await watched.fetchMore({ variables: { first: 2, after: '1' } });
    expect(titles(client.readQuery({ query: list, variables: { first: 2, market: 'EU' } }))).toHaveLength(4);
  });

  it('keeps the same product in two markets apart', async () => {
    const client = createApollo(catalogue, { onServer: false });
    await client.query({ query: list, variables: { first: 2, market: 'EU' } });
    await client.query({ query: list, variables: { first: 2, market: 'US' } });
    expect(titles(client.readQuery({ query: list, variables: { first: 2, market: 'EU' } }))).toEqual([
      'a in EU',
      'b in EU',
    ]);
  });
});
