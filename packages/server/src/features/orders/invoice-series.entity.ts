import { defineEntity, p } from '@mikro-orm/core';

export const InvoiceSeriesSchema = defineEntity({
  name: 'InvoiceSeries',
  tableName: 'invoice_series',
  properties: {
    /** The year, in the seller's time zone. */
    series: p.string().length(4).primary(),
    /** The number given last. */
    last: p.integer(),
  },
});

/** How far a series of invoice numbers has come (decision 012). Goes with no order: a number is never given again. */
export class InvoiceSeries extends InvoiceSeriesSchema.class {}
InvoiceSeriesSchema.setClass(InvoiceSeries);
