import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import {
  RankedProductsDocument,
  type RankedProductsQuery,
  type RankedProductsQueryVariables,
} from '../../generated/graphql.ts';

/** A product with everything that a rank hangs on. */
export type WholeProduct = RankedProductsQuery['products']['nodes'][number];

/** What narrows a list; nothing in it is about the visitor. */
export type ListWords = Omit<RankedProductsQueryVariables, 'first' | 'after'>;

/** How much of a list is ranked. */
export const MOST_RANKED = 300;

/** How many products a question asks for: what the API allows. */
const AT_ONCE = 100;

/** A list as far as it is ranked, in the order of the shop. */
export interface WholeList {
  readonly products: readonly WholeProduct[];
  readonly total: number;
}

/** The last list, so that going back to it asks for nothing. */
let last: { key: string; list: WholeList } | null = null;

/**
 * Fetches the beginning of a list in the order of the shop, always in the same steps: what is asked for hangs on the list
 * alone, so that nobody can tell from it how it is ranked. It is not put into the cache, whose lists hold less of each.
 */
export async function fetchWhole(apollo: ApolloClient, words: ListWords): Promise<WholeList> {
  const products: WholeProduct[] = [];
  let page = await fetchPage(apollo, words, null);
  products.push(...page.nodes);
  while (page.pageInfo.hasNextPage && products.length < MOST_RANKED) {
    page = await fetchPage(apollo, words, page.pageInfo.endCursor);
    products.push(...page.nodes);
  }
  return { products, total: page.totalCount };
}

async function fetchPage(apollo: ApolloClient, words: ListWords, after: string | null) {
  const { data } = await apollo.query({
    query: RankedProductsDocument,
    variables: { ...words, first: AT_ONCE, after },
    fetchPolicy: 'no-cache',
  });
  if (!data) throw new Error('The list was not answered.');
  return data.products;
}

/** The list to be ranked; null while it is on its way. */
export function useWholeList(words: ListWords): { list: WholeList | null; failed: boolean; retry: () => void } {
  const apollo = useApolloClient();
  const key = JSON.stringify(words);
  const [list, setList] = useState<{ key: string; list: WholeList } | null>(last);
  const [failure, setFailure] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the words, another try for itself.
  useEffect(() => {
    if (last?.key === key) {
      setList(last);
      return;
    }
    let gone = false;
    fetchWhole(apollo, words).then(
      (whole) => {
        last = { key, list: whole };
        if (!gone) setList(last);
      },
      () => {
        if (!gone) setFailure(key);
      },
    );
    return () => {
      gone = true;
    };
  }, [apollo, key, tries]);
  return {
    list: list?.key === key ? list.list : null,
    failed: failure === key,
    retry: () => {
      setFailure(null);
      setTries((before) => before + 1);
    },
  };
}
