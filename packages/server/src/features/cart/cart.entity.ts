import { defineEntity, p } from '@mikro-orm/core';

export const CartSchema = defineEntity({
  name: 'Cart',
  tableName: 'cart',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the random token that the browser holds, hex. */
    tokenHash: p.string().length(64).unique(),
    promotionCode: p.string().length(32).nullable(),
    /** ISO 8601 date; nothing finer, so that it cannot be matched with an order (D4). */
    updatedOn: p.string().length(10).index(),
  },
});

/** A cart: goods that a browser holds, never a person (P2.1). */
export class Cart extends CartSchema.class {}
CartSchema.setClass(Cart);
