import type { Cart } from '@barrier/schema/cart/cart.type.ts';
import type { LocaleArgs } from '@barrier/schema/catalog/product.args.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import { type Locale, localeOf } from '../catalog/locale.ts';
import { findPromotion } from '../promotions/find-promotion.ts';
import type { CartContext } from './cart-context.ts';
import { type PricedCart, priceCart } from './price-cart.ts';
import { readCart, type StoredCart } from './stored-cart.ts';
import { viewCart } from './view-cart.ts';

/** The request's cart with its prices; empty if it has none. */
export async function showCart(context: CartContext, { language, market }: LocaleArgs): Promise<Cart> {
  const locale = localeOf(language, market);
  const { priced } = await readPricedCart(context, locale);
  return viewCart(priced, locale, context.catalogue);
}

/** The request's cart as it is stored, null if there is none, and what it costs. */
export async function readPricedCart(
  { sql, catalogue, clock, cartToken }: Omit<CartContext, 'setCartToken'>,
  locale: Locale,
): Promise<{ stored: StoredCart | null; priced: PricedCart }> {
  const stored = await readCart(sql, cartToken);
  const code = stored?.promotionCode ?? null;
  const promotion = code === null ? null : await findPromotion(sql.run, code);
  return { stored, priced: priceCart(stored, promotion, catalogue, locale, dayOf(clock.now())) };
}
