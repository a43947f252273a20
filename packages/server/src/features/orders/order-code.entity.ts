import { defineEntity, p } from '@mikro-orm/core';

export const OrderCodeSchema = defineEntity({
  name: 'OrderCode',
  tableName: 'order_code',
  properties: {
    /** The order's id: a new code takes the place of the old one. */
    orderId: p.uuid().primary(),
    /** HMAC of order and code, hex: six digits alone could be tried out against a hash. */
    codeHash: p.string().length(64),
    expiresAt: p.datetime(),
    /** How often a wrong code was entered. */
    attempts: p.integer(),
    /** How many codes were mailed on `mailedOn` (ISO 8601 date). */
    mailed: p.integer(),
    mailedOn: p.string().length(10),
  },
});

/** The code that was mailed to prove who follows an order (D16). */
export class OrderCode extends OrderCodeSchema.class {}
OrderCodeSchema.setClass(OrderCode);
