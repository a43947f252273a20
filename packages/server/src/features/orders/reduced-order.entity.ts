import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';

export const ReducedOrderSchema = defineEntity({
  name: 'ReducedOrder',
  tableName: 'reduced_order',
  properties: {
    /** Random (UUIDv4). */
    id: p.uuid().primary(),
    /** Null for what was paid before there were numbers. */
    invoiceNumber: p.string().length(16).nullable().unique(),
    /** ISO 8601 date; nothing finer (D4). */
    paidOn: p.string().length(10).index(),
    refunded: p.boolean(),
    countryCode: p.string().length(2),
    currency: p.string().$type<CurrencyCode>().length(3),
    /** Amounts are minor units, as in an order. */
    subtotal: p.integer(),
    discount: p.integer(),
    shipping: p.integer(),
    includedTax: p.integer(),
    total: p.integer(),
    /** Basis points. */
    taxRate: p.integer(),
  },
});

/** What the books keep of a paid order when its person is gone: number and amounts of its invoice, about nobody (decision 020). */
export class ReducedOrder extends ReducedOrderSchema.class {}
ReducedOrderSchema.setClass(ReducedOrder);
