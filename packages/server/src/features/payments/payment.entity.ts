import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../privacy/vault/sealed-property.ts';
import type { PaymentState } from './payment-lifecycle.ts';

export const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    /** Also the `Idempotency-Key` of the session at the institution. */
    id: p.uuid().primary(),
    orderId: p.uuid().unique(),
    subjectId: p.uuid().index(),
    state: p.string().$type<PaymentState>().length(16).index(),
    /** Minor units of `currency`. */
    amount: p.integer(),
    currency: p.string().$type<CurrencyCode>().length(3),
    /** What the institution calls the payment by: random, and known to nobody else. */
    reference: p.string().length(32).unique(),
    /** The institution's name for its session. */
    sessionReference: sealedProperty<string>('payment.reference').nullable(),
    /**
     * What return addresses begin with; set before the first request to the institution, so that all requests are the same.
     * Null means that it was never asked.
     */
    returnBase: p.string().length(255).nullable(),
    createdAt: p.datetime(),
    /** Until when it can be paid; the lapse begins then (D15). */
    expiresAt: p.datetime(),
    /** When the money came, for retention to count from. */
    settledAt: p.datetime().nullable().index(),
  },
});

/** The payment of an order. */
export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment);
