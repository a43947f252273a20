import { type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

/** Whoever shops has a cart; it opens to its token alone. */
export const cartPermissions: PermissionTable = {
  Query: { cart: shoppers },
  Mutation: {
    addToCart: shoppers,
    setCartQuantity: shoppers,
    removeFromCart: shoppers,
    applyPromotionCode: shoppers,
  },
  types: { Cart: shoppers, CartLine: shoppers, CartPayload: shoppers },
};
