import { defineEntity, p } from '@mikro-orm/core';

export const StockReservationSchema = defineEntity({
  name: 'StockReservation',
  tableName: 'stock_reservation',
  properties: {
    /** Random (UUIDv4), so that it tells nothing of when; the sealed order holds it, and no row does. */
    id: p.uuid().primary(),
    variantId: p.uuid(),
    quantity: p.integer(),
    /** Whether the units were taken from the variant's stock, and so go back to it on release. */
    fromStock: p.boolean(),
    /** ISO 8601 date; nothing finer (D4). */
    reservedOn: p.string().length(10),
  },
});

/** Units set aside for an order that is not yet paid. Knows no order (D4); its table keeps no order of insertion. */
export class StockReservation extends StockReservationSchema.class {}
StockReservationSchema.setClass(StockReservation);
