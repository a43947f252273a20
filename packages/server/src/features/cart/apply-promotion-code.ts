import type { ApplyPromotionCodeArgs } from '@barrier/schema/cart/cart.args.ts';
import type { CartPayload } from '@barrier/schema/cart/cart.type.ts';
import { findPromotion, normaliseCode } from '../promotions/find-promotion.ts';
import type { CartContext } from './cart-context.ts';
import { cartError } from './cart-errors.ts';
import { type CartChange, type ChangedCart, changeCart } from './change-cart.ts';
import { priceCart } from './price-cart.ts';

/**
 * Puts a promotion code into the cart, or takes it out. A code that does not work is not kept, but for one whose smallest
 * amount is not reached yet. What was typed is never stored unless a promotion of that name exists.
 */
export async function applyPromotionCode(context: CartContext, args: ApplyPromotionCodeArgs): Promise<CartPayload> {
  return changeCart(context, args, false, async (change) => {
    const code = normaliseCode(args.code ?? '');
    return code === '' ? store(change, null) : tryCode(context, args, change, code);
  });
}

async function tryCode(
  { catalogue }: CartContext,
  { language }: ApplyPromotionCodeArgs,
  change: CartChange,
  code: string,
): Promise<ChangedCart> {
  const { cart, run, locale, today } = change;
  const keep = { lines: cart.lines, promotionCode: cart.promotionCode };
  const refuse = (reason: Parameters<typeof cartError>[0]) => [cartError(reason, language, ['code'])];
  if (cart.lines.length === 0) return { ...keep, userErrors: refuse('CART_EMPTY') };
  const promotion = await findPromotion(run, code);
  const { refusal } = priceCart({ ...cart, promotionCode: code }, promotion, catalogue, locale, today);
  if (refusal === 'PROMOTION_MINIMUM') return { ...(await store(change, code)), userErrors: refuse(refusal) };
  return refusal ? { ...keep, userErrors: refuse(refusal) } : store(change, code);
}

async function store({ cart, run }: CartChange, promotionCode: string | null): Promise<ChangedCart> {
  if (promotionCode !== cart.promotionCode) {
    await run('update cart set promotion_code = ? where id = ?', [promotionCode, cart.id]);
  }
  return { lines: cart.lines, promotionCode, userErrors: [] };
}
