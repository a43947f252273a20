import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import {
  AddToCartDocument,
  ApplyPromotionCodeDocument,
  type CartPayloadPartsFragment,
  RemoveFromCartDocument,
  SetCartQuantityDocument,
} from '../../generated/graphql.ts';
import { inOrder } from '../../platform/in-order.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { CartChange } from './cart-change.ts';
import { keepOrderedGoods, type OrderedGood } from './ordered-goods.ts';

/** What the server had against a change. */
export type CartError = CartPayloadPartsFragment['userErrors'][number];

interface CartMutations {
  /** Sends a change; answers what the server had against it. Throws if the server cannot be reached. */
  readonly send: (change: CartChange) => Promise<readonly CartError[]>;
  /** Adds goods of an order that came to nothing, one after the other; those that the server has answered for are kept no longer. */
  readonly putBack: (goods: readonly OrderedGood[]) => Promise<readonly CartError[]>;
  /** Puts a promotion code into the cart; null takes the one in force away. */
  readonly applyCode: (code: string | null) => Promise<readonly CartError[]>;
}

const queue = inOrder();

/** Sends changes of the cart one after the other; the answered cart replaces the one in the cache. */
export function useCartMutations(): CartMutations {
  const client = useApolloClient();
  const locale = useLocale().api;
  return {
    send: (change) => queue(() => sendChange(client, change, locale)),
    putBack: (goods) =>
      queue(async () => {
        const errors: CartError[] = [];
        for (const [index, { variantId, quantity }] of goods.entries()) {
          const variables = { variantId, quantity, ...locale };
          const { data } = await client.mutate({ mutation: AddToCartDocument, variables });
          errors.push(...(data?.addToCart.userErrors ?? []));
          keepOrderedGoods(goods.slice(index + 1));
        }
        return errors;
      }),
    applyCode: (code) =>
      queue(async () => {
        const variables = { code, ...locale };
        const { data } = await client.mutate({ mutation: ApplyPromotionCodeDocument, variables });
        return data?.applyPromotionCode.userErrors ?? [];
      }),
  };
}

async function sendChange(
  client: ApolloClient,
  change: CartChange,
  locale: ReturnType<typeof useLocale>['api'],
): Promise<readonly CartError[]> {
  switch (change.kind) {
    case 'add': {
      const variables = { variantId: change.item.variant.id, quantity: change.quantity, ...locale };
      const { data } = await client.mutate({ mutation: AddToCartDocument, variables });
      return data?.addToCart.userErrors ?? [];
    }
    case 'set': {
      const variables = { lineId: change.lineId, quantity: change.quantity, ...locale };
      const { data } = await client.mutate({ mutation: SetCartQuantityDocument, variables });
      return data?.setCartQuantity.userErrors ?? [];
    }
    case 'remove': {
      const variables = { lineId: change.lineId, ...locale };
      const { data } = await client.mutate({ mutation: RemoveFromCartDocument, variables });
      return data?.removeFromCart.userErrors ?? [];
    }
  }
}
