import { defineEntity, p } from '@mikro-orm/core';

export const SalesLedgerSchema = defineEntity({
  name: 'SalesLedger',
  tableName: 'sales_ledger',
  properties: {
    /** Random (UUIDv4). */
    id: p.uuid().primary(),
    /** ISO 8601 date; nothing finer (D4). */
    day: p.string().length(10).index(),
    variantId: p.uuid(),
    quantity: p.integer(),
  },
});

/** What was sold on a day, for the merchandiser; leads to no order (D4). */
export class SalesLedger extends SalesLedgerSchema.class {}
SalesLedgerSchema.setClass(SalesLedger);
