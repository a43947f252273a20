import { defineEntity, p } from '@mikro-orm/core';
import { OrderSchema } from './order.entity.ts';

/** What a link's token is good for: to follow the order, or, after the mailed code, to see what is personal in it (D16). */
export type OrderLinkKind = 'TRACKING' | 'PROOF';

export const OrderLinkSchema = defineEntity({
  name: 'OrderLink',
  tableName: 'order_link',
  properties: {
    id: p.uuid().primary(),
    order: () => p.manyToOne(OrderSchema).deleteRule('cascade').index(),
    kind: p.string().$type<OrderLinkKind>().length(16),
    /** SHA-256 of the random token, hex. */
    tokenHash: p.string().length(64).unique(),
    expiresAt: p.datetime().index(),
    revokedAt: p.datetime().nullable(),
  },
});

/** A token that carries a right to an order; stored hashed, expiring, revocable (D16). */
export class OrderLink extends OrderLinkSchema.class {}
OrderLinkSchema.setClass(OrderLink);
