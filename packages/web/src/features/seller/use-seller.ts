import { useQuery } from '@apollo/client/react';
import { SellerDocument, type SellerPartsFragment } from '../../generated/graphql.ts';
import { type PageQuery, pageQuery } from '../../platform/page/page-module.ts';

/** Asks who sells; it comes with the first page and is the same on all of them. */
export function sellerQuery(): PageQuery {
  return pageQuery(SellerDocument, {});
}

/** Who sells; null only while a page that was left open is asking anew. */
export function useSeller(): SellerPartsFragment | null {
  return useQuery(SellerDocument).data?.seller ?? null;
}
