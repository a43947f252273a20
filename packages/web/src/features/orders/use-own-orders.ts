import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { MyOrderDocument, MyOrdersDocument } from '../../generated/graphql.ts';
import { type Own, useOwn } from '../accounts/use-own.ts';
import type { OrdersPage } from './order-list.tsx';
import type { Order } from './order-view.tsx';

/** How many orders stand on a page. */
const PAGE_SIZE = 10;

/** A page of the orders of whoever is signed in. @param after the last order of the page before. */
export function useOwnOrders(after: string | null): Own<OrdersPage> {
  const client = useApolloClient();
  const ask = useCallback(
    () =>
      client
        .query({ query: MyOrdersDocument, variables: { first: PAGE_SIZE, after }, fetchPolicy: 'no-cache' })
        .then(({ data }) => data?.me?.orders ?? null),
    [client, after],
  );
  return useOwn(ask);
}

/** One order of whoever is signed in. */
export function useOwnOrder(number: string): Own<Order> {
  const client = useApolloClient();
  const ask = useCallback(
    () =>
      client
        .query({ query: MyOrderDocument, variables: { number }, fetchPolicy: 'no-cache' })
        .then(({ data }) => data?.me?.order ?? null),
    [client, number],
  );
  return useOwn(ask);
}
