import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import type { Promotion } from './promotion.entity.ts';

/** What a promotion says; an entity and a row read by hand both fit. */
export type PromotionTerms = Pick<
  Promotion,
  'code' | 'kind' | 'percent' | 'amounts' | 'minimumSubtotals' | 'validFrom' | 'validUntil' | 'active'
>;

/** Why a code takes nothing off this cart. */
export type PromotionRefusal = 'PROMOTION_UNKNOWN' | 'PROMOTION_EXPIRED' | 'PROMOTION_NOT_HERE' | 'PROMOTION_MINIMUM';

/** What a promotion takes off a cart. */
export interface Discount {
  /** Off the goods, in minor units. */
  readonly amount: number;
  readonly freeShipping: boolean;
}

/** No promotion at all. */
export const NO_DISCOUNT: Discount = { amount: 0, freeShipping: false };

/** Whether and why a promotion does not work for goods of this subtotal on this day; null if it does. */
export function promotionRefusal(
  promotion: PromotionTerms | null,
  subtotal: number,
  currency: CurrencyCode,
  today: string,
): PromotionRefusal | null {
  // A code that is not on yet is nobody's business: it does not exist.
  if (!promotion?.active || promotion.validFrom > today) return 'PROMOTION_UNKNOWN';
  if (promotion.validUntil && promotion.validUntil < today) return 'PROMOTION_EXPIRED';
  if (promotion.kind === 'AMOUNT' && promotion.amounts[currency] === undefined) return 'PROMOTION_NOT_HERE';
  return subtotal < (promotion.minimumSubtotals[currency] ?? 0) ? 'PROMOTION_MINIMUM' : null;
}

/**
 * What a working promotion takes off goods of this subtotal: a percentage is rounded half up, an amount leaves one minor unit,
 * since no institution takes a payment of nothing.
 */
export function discountOf(promotion: PromotionTerms, subtotal: number, currency: CurrencyCode): Discount {
  if (promotion.kind === 'FREE_SHIPPING') return { amount: 0, freeShipping: true };
  const wanted =
    promotion.kind === 'PERCENT'
      ? Math.floor((subtotal * (promotion.percent ?? 0) + 5_000) / 10_000)
      : (promotion.amounts[currency] ?? 0);
  return { amount: Math.max(0, Math.min(wanted, subtotal - 1)), freeShipping: false };
}
