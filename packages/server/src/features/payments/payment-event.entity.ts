import { defineEntity, p } from '@mikro-orm/core';

export const PaymentEventSchema = defineEntity({
  name: 'PaymentEvent',
  tableName: 'payment_event',
  properties: {
    /** The institution's id of the event. */
    id: p.string().length(128).primary(),
    receivedAt: p.datetime().index(),
  },
});

/** A webhook that was taken; kept for a week so that it is not taken twice, in whatever process (D10). */
export class PaymentEvent extends PaymentEventSchema.class {}
PaymentEventSchema.setClass(PaymentEvent);
