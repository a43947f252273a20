import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';

export const TaxLedgerSchema = defineEntity({
  name: 'TaxLedger',
  tableName: 'tax_ledger',
  properties: {
    /** Random (UUIDv4). */
    id: p.uuid().primary(),
    /** ISO 8601 date; nothing finer (D4). */
    day: p.string().length(10).index(),
    countryCode: p.string().length(2),
    currency: p.string().$type<CurrencyCode>().length(3),
    /** Basis points. */
    taxRate: p.integer(),
    /** Minor units, negative for a refund. */
    net: p.integer(),
    tax: p.integer(),
  },
});

/** Turnover and tax by day and destination, for the tax return; leads to no order (D4). */
export class TaxLedger extends TaxLedgerSchema.class {}
TaxLedgerSchema.setClass(TaxLedger);
