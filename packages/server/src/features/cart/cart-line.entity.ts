import { defineEntity, p } from '@mikro-orm/core';
import { CartSchema } from './cart.entity.ts';

export const CartLineSchema = defineEntity({
  name: 'CartLine',
  tableName: 'cart_line',
  properties: {
    id: p.uuid().primary(),
    cart: () => p.manyToOne(CartSchema).deleteRule('cascade'),
    /** No foreign key: a product may leave the catalogue while it lies in carts. */
    variantId: p.uuid(),
    position: p.integer(),
    quantity: p.integer(),
  },
  uniques: [{ properties: ['cart', 'variantId'] }],
  checks: [{ name: 'cart_line_quantity', expression: 'quantity > 0' }],
});

/** A variant in a cart and how many of it. */
export class CartLine extends CartLineSchema.class {}
CartLineSchema.setClass(CartLine);
