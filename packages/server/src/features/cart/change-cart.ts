import type { CartPayload } from '@barrier/schema/cart/cart.type.ts';
import type { LocaleArgs } from '@barrier/schema/catalog/product.args.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import type { RunSql } from '../../platform/orm/raw-sql.ts';
import type { Durability } from '../../platform/orm/sqlite-file.ts';
import { type Locale, localeOf } from '../catalog/locale.ts';
import { findPromotion } from '../promotions/find-promotion.ts';
import type { CartContext } from './cart-context.ts';
import { cartError } from './cart-errors.ts';
import { MAX_AMOUNT } from './cart-limits.ts';
import { priceCart } from './price-cart.ts';
import { refuseChange } from './refuse-change.ts';
import { createCart, lockCart, type StoredCart, type StoredLine, touchCart } from './stored-cart.ts';
import { viewCart } from './view-cart.ts';

/** A change under way: the cart under its lock, and what is to be written. */
export interface CartChange {
  readonly cart: StoredCart;
  readonly run: RunSql;
  readonly locale: Locale;
  readonly today: string;
}

/** What a change left in the cart, and what was wrong with it. */
export interface ChangedCart {
  readonly lines: readonly StoredLine[];
  readonly promotionCode: string | null;
  readonly userErrors: UserError[];
}

/** What a cart has lost after a power cut is put in again; an order is durable. */
const OF_A_CART: Durability = { durable: false };

/** Rolls a change back that would make more of the cart than can be ordered. */
class CartTooLarge extends Error {}

/**
 * Changes the cart of a request in one transaction and answers it priced. A cart that does not exist is made if `creates`,
 * and is an empty one otherwise.
 */
export async function changeCart(
  context: CartContext,
  args: LocaleArgs,
  creates: boolean,
  change: (change: CartChange) => Promise<ChangedCart>,
): Promise<CartPayload> {
  const { sql, catalogue, clock } = context;
  const locale = localeOf(args.language, args.market);
  const today = dayOf(clock.now());
  const writing = sql.transaction(async (run) => {
    const found = await lockCart({ run, dialect: sql.dialect }, context.cartToken);
    const made = found || !creates ? null : await createCart(run, today);
    const cart = found ?? made?.cart ?? { id: '', promotionCode: null, updatedOn: today, lines: [] };
    const { lines, promotionCode, userErrors } = await change({ cart, run, locale, today });
    const amountOf = (priced: StoredCart) => priceCart(priced, null, catalogue, locale, today).subtotal;
    // One that became too large by other prices can still be made smaller.
    if (amountOf({ ...cart, lines }) > Math.max(MAX_AMOUNT, amountOf(cart))) throw new CartTooLarge();
    if (found) await touchCart(run, found, today);
    const promotion = promotionCode === null ? null : await findPromotion(run, promotionCode);
    return { changed: { cart: { ...cart, lines, promotionCode }, userErrors }, promotion, token: made?.token ?? null };
  }, OF_A_CART);
  const written = await writing.catch((error: unknown) => {
    if (error instanceof CartTooLarge) return null;
    throw error;
  });
  if (!written) return refuseChange(context, args, cartError('ORDER_TOO_LARGE', args.language, ['quantity']));
  const { changed, promotion, token } = written;
  if (token !== null) context.setCartToken(token);
  const priced = priceCart(changed.cart, promotion, catalogue, locale, today);
  return { cart: viewCart(priced, locale, catalogue), userErrors: changed.userErrors, cartToken: token };
}
