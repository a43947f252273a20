import type { CurrencyCode, Language, Market } from '@barrier/schema/market/market.type.ts';
import type { OrderState } from '@barrier/schema/orders/order-state.ts';
import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../privacy/vault/sealed-property.ts';
import type { Address } from '../addresses/address-field.ts';
import type { OrderContent } from './order-content.ts';

export const OrderSchema = defineEntity({
  name: 'Order',
  tableName: 'placed_order',
  properties: {
    id: p.uuid().primary(),
    /** What people call it, such as BR-7K3M-9QXD; random (see `order-number.ts`). */
    number: p.string().length(16).unique(),
    /**
     * Such as 2026-000042, from the payment on; says which paid order of the year it is, and nothing of the person or the goods. In
     * clear, since the series must be accounted for without opening an order. Only the invoice shows it.
     */
    invoiceNumber: p.string().length(16).nullable().unique(),
    subjectId: p.uuid().index(),
    state: p.string().$type<OrderState>().length(20),
    placedAt: p.datetime().index(),
    /** Until when it can be paid; the lapse begins then (D15). */
    payableUntil: p.datetime(),
    paidAt: p.datetime().nullable(),
    deliveredAt: p.datetime().nullable(),
    /** When it lapsed, was cancelled or refunded: then there is no delivery for retention to count from. */
    closedAt: p.datetime().nullable().index(),
    market: p.string().$type<Market>().length(2),
    countryCode: p.string().length(2),
    language: p.string().$type<Language>().length(2),
    shippingOptionId: p.string().length(64),
    currency: p.string().$type<CurrencyCode>().length(3),
    /** Amounts are minor units; `total` = `subtotal` − `discount` + `shipping`. */
    subtotal: p.integer(),
    discount: p.integer(),
    shipping: p.integer(),
    includedTax: p.integer(),
    total: p.integer(),
    /** Basis points: 1900 is 19 %. */
    taxRate: p.integer(),
    /** Blind index of the e-mail address (D2); goes when the address goes. */
    emailIndex: p.string().length(64).nullable().index(),
    /** Blind index of the mailbox, without a +tag, only to limit unpaid orders (D15); goes when the address goes. */
    limitIndex: p.string().length(64).nullable().index(),
    // Each may be gone before the order: retention ends category by category (P4.5).
    email: sealedProperty<string>('order.email').nullable(),
    recipientName: sealedProperty<string>('order.recipientName').nullable(),
    address: sealedProperty<Address>('order.deliveryAddress').nullable(),
    phone: sealedProperty<string>('order.phone').nullable(),
    content: sealedProperty<OrderContent>('order.content').nullable(),
  },
  // For retention, which looks each hour: what is gone is not in them.
  indexes: (['email', 'recipientName', 'address', 'phone'] as const).map((property) => ({
    name: `placed_order_${property.toLowerCase()}_kept`,
    properties: ['deliveredAt'] as const,
    where: { deliveredAt: { $ne: null }, [property]: { $ne: null } },
  })),
});

/** An order: money, state and dates in clear, the person and the goods sealed (D4). */
export class Order extends OrderSchema.class {}
OrderSchema.setClass(Order);
