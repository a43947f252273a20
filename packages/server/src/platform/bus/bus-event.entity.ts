import { defineEntity, p } from '@mikro-orm/core';

export const BusEventSchema = defineEntity({
  name: 'BusEvent',
  tableName: 'bus_event',
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(64),
    /** JSON of the payload. */
    payload: p.text(),
    /** By the clock of the database, so that the processes agree. */
    publishedAt: p.datetime().index(),
  },
});

/** An event of the bus, kept for some minutes so that a lost notification is made up for (D10). */
export class BusEvent extends BusEventSchema.class {}
BusEventSchema.setClass(BusEvent);
