import { type Permission, type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

/** The token stands in a cookie of the shopper's browser, and the use cases read no other cart. */
const cartHolders: Permission = {
  ...shoppers,
  sentence: 'Visitors and customers of the shop may, each in the one cart whose token their browser holds.',
};

/** Whoever shops has a cart; it opens to its token alone. */
export const cartPermissions: PermissionTable = {
  Query: { cart: cartHolders },
  Mutation: {
    addToCart: cartHolders,
    setCartQuantity: cartHolders,
    removeFromCart: cartHolders,
    applyPromotionCode: cartHolders,
  },
  types: { Cart: cartHolders, CartLine: cartHolders, CartPayload: cartHolders },
};
