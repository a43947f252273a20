import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { fetchWhole, MOST_RANKED } from './use-whole-list.ts';

const WORDS = { query: null, filter: { category: ['serum'] }, language: 'EN', market: 'EU' } as const;

/** Asks a shop that has so many products, and writes down what it is asked. */
async function askShopOf(total: number) {
  const asked: Record<string, unknown>[] = [];
  const link = new ApolloLink(({ variables }) => {
    asked.push(variables);
    const from = variables.after === null ? 0 : Number(variables.after);
    const nodes = Array.from({ length: Math.min(Number(variables.first), total - from) }, (_, place) => ({
      __typename: 'Product',
      slug: `product-${from + place}`,
    }));
    const end = from + nodes.length;
    const pageInfo = { __typename: 'PageInfo', hasNextPage: end < total, endCursor: String(end) };
    return new Observable((observer) => {
      observer.next({ data: { products: { __typename: 'ProductConnection', totalCount: total, nodes, pageInfo } } });
      observer.complete();
    });
  });
  const whole = await fetchWhole(new ApolloClient({ link, cache: new InMemoryCache() }), {
    ...WORDS,
    filter: { category: ['serum'] },
  });
  return { asked, whole };
}

describe('A list that is to be ranked', () => {
  it('is fetched in the order of the shop, a hundred at a time, and not without end', async () => {
    const { asked, whole } = await askShopOf(1234);
    expect(asked).toEqual([null, '100', '200'].map((after) => ({ ...WORDS, first: 100, after })));
    expect(whole.total).toBe(1234);
    expect(whole.products.map(({ slug }) => slug)).toEqual(
      Array.from({ length: MOST_RANKED }, (_, place) => `product-${place}`),
    );
  });

  it('is asked for once when it is short', async () => {
    const { asked, whole } = await askShopOf(7);
    expect(asked).toHaveLength(1);
    expect(whole.products).toHaveLength(7);
  });
});
