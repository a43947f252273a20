import { defineEntity, p } from '@mikro-orm/core';

export const PlacedRequestSchema = defineEntity({
  name: 'PlacedRequest',
  tableName: 'placed_request',
  properties: {
    /** HMAC of the `Idempotency-Key` and the cart's token hash (D2). */
    fingerprint: p.string().length(64).primary(),
    /** HMAC of the input, to tell a repetition from another request with the same key. */
    inputHash: p.string().length(64),
    orderId: p.uuid().index(),
    expiresAt: p.datetime().index(),
  },
});

/** A request that placed an order, for a day, so that its repetition gives the same order. */
export class PlacedRequest extends PlacedRequestSchema.class {}
PlacedRequestSchema.setClass(PlacedRequest);
