import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';

/** What a promotion takes off: a part of the goods, an amount, or the delivery. */
export type PromotionKind = 'PERCENT' | 'AMOUNT' | 'FREE_SHIPPING';

/** Minor units by currency. */
export type AmountByCurrency = Partial<Record<CurrencyCode, number>>;

export const PromotionSchema = defineEntity({
  name: 'Promotion',
  tableName: 'promotion',
  properties: {
    /** In capitals. */
    code: p.string().length(32).primary(),
    kind: p.string().$type<PromotionKind>().length(16),
    /** For PERCENT: basis points (1000 = 10 %). */
    percent: p.integer().nullable(),
    /** For AMOUNT: by currency; where a currency is missing the code does not work. */
    amounts: p.json<AmountByCurrency>(),
    /** The smallest subtotal, by currency; no condition where a currency is missing. */
    minimumSubtotals: p.json<AmountByCurrency>(),
    /** First and last day (ISO 8601 dates, UTC). */
    validFrom: p.string().length(10),
    validUntil: p.string().length(10).nullable(),
    active: p.boolean(),
  },
});

/** A code that takes something off. The same for everybody who enters it: it says nothing of who does. */
export class Promotion extends PromotionSchema.class {}
PromotionSchema.setClass(Promotion);
