import type { Cart } from '@barrier/schema/cart/cart.type.ts';
import type { CatalogueSnapshot } from '../catalog/catalogue-snapshot.ts';
import type { Locale } from '../catalog/locale.ts';
import { ProductView, VariantView } from '../catalog/product-view.ts';
import { MARKETS } from '../markets/markets.ts';
import type { PricedCart } from './price-cart.ts';

/** A priced cart as the graph answers it. */
export function viewCart(priced: PricedCart, locale: Locale, catalogue: CatalogueSnapshot): Cart {
  const { market, currency } = locale;
  const money = (amount: number) => ({ amount, currency });
  const total = priced.subtotal - priced.discount.amount;
  const missing = priced.discount.freeShipping ? 0 : Math.max(0, MARKETS[market].freeShippingFrom - total);
  return {
    market,
    currency,
    lines: priced.lines.map(({ id, product, variant, quantity, gross, available }) => ({
      id,
      variant: new VariantView(variant, product, locale, catalogue),
      product: new ProductView(product, locale, catalogue),
      quantity,
      linePrice: money(gross),
      available,
    })),
    totalQuantity: priced.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal: money(priced.subtotal),
    discount: money(priced.discount.amount),
    total: money(total),
    promotionCode: priced.promotionCode,
    freeShippingRemaining: money(missing),
  };
}
