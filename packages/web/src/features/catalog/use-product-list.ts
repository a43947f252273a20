import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { type ProductFilter, ProductListDocument, type ProductListQuery } from '../../generated/graphql.ts';
import type { Locale } from '../../platform/locale/locale-context.tsx';
import { listIdentity, listVariables, PAGE_SIZE } from './list-state.ts';

/** A list as far as it is known, and how to see more of it. */
export interface ProductList {
  /** Null while nothing is known; while a narrowed list is on its way, the one before. */
  readonly list: ProductListQuery['products'] | null;
  /** Whether what is shown is about to be replaced. */
  readonly stale: boolean;
  readonly failed: boolean;
  readonly retry: () => void;
  readonly loadingMore: boolean;
  /** Fetches the next page; answers how many products are then on show. */
  readonly showMore: () => Promise<number>;
}

/** The list that the address describes, narrowed further by `base`. */
export function useProductList(search: URLSearchParams, locale: Locale, base?: ProductFilter): ProductList {
  const wanted = listVariables(search, locale, base);
  const identity = listIdentity(wanted);
  // How many to ask for is settled when a list is entered: asking again for more would fetch anew what is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the identity stands for all of the variables but `first`.
  const variables = useMemo(() => wanted, [identity]);
  const { data, previousData, error, fetchMore, refetch } = useQuery(ProductListDocument, { variables });
  const [loadingMore, setLoadingMore] = useState(false);
  const list = (data ?? previousData)?.products ?? null;

  async function showMore(): Promise<number> {
    if (!list?.pageInfo.hasNextPage) return list?.nodes.length ?? 0;
    setLoadingMore(true);
    try {
      const more = await fetchMore({ variables: { ...variables, first: PAGE_SIZE, after: list.pageInfo.endCursor } });
      return list.nodes.length + (more.data?.products.nodes.length ?? 0);
    } finally {
      setLoadingMore(false);
    }
  }

  return {
    list,
    stale: !data && list !== null && error === undefined,
    failed: error !== undefined && list === null,
    retry: () => void refetch(),
    loadingMore,
    showMore,
  };
}
