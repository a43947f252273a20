import type { ProductRecord, VariantRecord } from '../catalog/catalogue-records.ts';
import type { CatalogueSnapshot } from '../catalog/catalogue-snapshot.ts';
import type { Locale } from '../catalog/locale.ts';
import {
  type Discount,
  discountOf,
  NO_DISCOUNT,
  type PromotionRefusal,
  type PromotionTerms,
  promotionRefusal,
} from '../promotions/discount-of.ts';
import type { StoredCart } from './stored-cart.ts';

/** A line with its price; amounts are minor units of the market's currency. */
export interface PricedLine {
  readonly id: string;
  readonly product: ProductRecord;
  readonly variant: VariantRecord;
  readonly quantity: number;
  readonly unitPrice: number;
  /** Price times quantity. */
  readonly gross: number;
  /** Whether the catalogue's memory holds as many. */
  readonly available: boolean;
}

/** A cart with its prices in a market. */
export interface PricedCart {
  readonly lines: readonly PricedLine[];
  readonly subtotal: number;
  readonly discount: Discount;
  /** The code in force. */
  readonly promotionCode: string | null;
  /** Why the code in the cart is not in force. */
  readonly refusal: PromotionRefusal | null;
}

/** Prices a cart. Lines that are not sold in the market, or no more, are not in it: nobody pays for what they do not see. */
export function priceCart(
  cart: StoredCart | null,
  promotion: PromotionTerms | null,
  catalogue: Pick<CatalogueSnapshot, 'variant'>,
  locale: Locale,
  today: string,
): PricedCart {
  const lines = (cart?.lines ?? []).flatMap(({ id, variantId, quantity }): PricedLine[] => {
    const found = catalogue.variant(variantId);
    const unitPrice = found?.variant.prices[locale.mkt]?.amount;
    if (!found || unitPrice === undefined) return [];
    const available = !found.variant.stockTracked || found.variant.stock >= quantity;
    return [{ id, ...found, quantity, unitPrice, gross: unitPrice * quantity, available }];
  });
  const subtotal = lines.reduce((sum, { gross }) => sum + gross, 0);
  const asked = cart?.promotionCode != null;
  const refusal = asked ? promotionRefusal(promotion, subtotal, locale.currency, today) : null;
  const works = asked && promotion !== null && refusal === null;
  return {
    lines,
    subtotal,
    discount: works ? discountOf(promotion, subtotal, locale.currency) : NO_DISCOUNT,
    promotionCode: works ? promotion.code : null,
    refusal,
  };
}
