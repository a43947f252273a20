import type { PricedCart, PricedLine } from '../cart/price-cart.ts';
import { splitIncludedVat } from '../markets/included-vat.ts';
import type { MarketProfile, ShippingOption } from '../markets/markets.ts';
import { shippingPrice } from '../markets/shipping-price.ts';
import { vatRateAt } from '../markets/vat-rate-at.ts';
import { splitAmount } from '../promotions/split-amount.ts';

/** A line of an order with its share of the discount and the tax that it includes. */
export interface PricedOrderLine {
  readonly line: PricedLine;
  readonly discount: number;
  readonly linePrice: number;
  readonly includedTax: number;
}

/** What an order costs; minor units, `total` = `subtotal` − `discount` + `shipping`, and so for each line. */
export interface PricedOrder {
  readonly lines: readonly PricedOrderLine[];
  readonly subtotal: number;
  readonly discount: number;
  readonly shipping: number;
  readonly includedTax: number;
  /** Basis points. */
  readonly taxRate: number;
  readonly total: number;
}

/** What a way of shipping costs with a cart: free for goods of a certain worth, or by promotion. */
export function shippingOf(cart: PricedCart, profile: MarketProfile, option: ShippingOption): number {
  if (cart.discount.freeShipping && option.id === 'standard') return 0;
  return shippingPrice(profile, option, cart.subtotal - cart.discount.amount);
}

/**
 * Prices an order for its destination: the discount is split over the lines, the tax over lines and delivery, which bears the
 * rate of the goods, so that the parts add up to the whole to the cent.
 */
export function priceOrder(
  cart: PricedCart,
  profile: MarketProfile,
  option: ShippingOption,
  countryCode: string,
  now: Date,
): PricedOrder {
  const shares = splitAmount(
    cart.discount.amount,
    cart.lines.map(({ gross }) => gross),
  );
  const prices = cart.lines.map(({ gross }, at) => gross - (shares[at] ?? 0));
  const shipping = shippingOf(cart, profile, option);
  const taxRate = vatRateAt(countryCode, now);
  const taxes = splitIncludedVat([...prices, shipping], taxRate);
  return {
    lines: cart.lines.map((line, at) => ({
      line,
      discount: shares[at] ?? 0,
      linePrice: prices[at] ?? 0,
      includedTax: taxes[at] ?? 0,
    })),
    subtotal: cart.subtotal,
    discount: cart.discount.amount,
    shipping,
    includedTax: taxes.reduce((sum, tax) => sum + tax, 0),
    taxRate,
    total: cart.subtotal - cart.discount.amount + shipping,
  };
}
