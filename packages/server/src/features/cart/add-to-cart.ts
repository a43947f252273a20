import type { AddToCartArgs } from '@barrier/schema/cart/cart.args.ts';
import type { CartPayload } from '@barrier/schema/cart/cart.type.ts';
import { v4 as uuidv4 } from 'uuid';
import { localeOf } from '../catalog/locale.ts';
import type { CartContext } from './cart-context.ts';
import { cartError } from './cart-errors.ts';
import { allowedQuantity, MAX_LINES } from './cart-limits.ts';
import { changeCart } from './change-cart.ts';
import { refuseChange } from './refuse-change.ts';

/** Puts more of a variant into the cart, as many as there are and as fit; the first makes the cart. */
export async function addToCart(context: CartContext, args: AddToCartArgs): Promise<CartPayload> {
  const { language, market, variantId } = args;
  const { variant } = context.catalogue.variant(variantId) ?? {};
  const { mkt } = localeOf(language, market);
  if (!variant?.prices[mkt]) return refuseChange(context, args, cartError('NOT_SOLD', language, ['variantId']));
  if (args.quantity < 1) return refuseChange(context, args, cartError('QUANTITY_INVALID', language, ['quantity']));

  return changeCart(context, args, true, async ({ cart, run }) => {
    const { lines, promotionCode } = cart;
    const known = lines.find((line) => line.variantId === variant.id);
    const { quantity, userErrors } = allowedQuantity((known?.quantity ?? 0) + args.quantity, variant, language);
    const unchanged = quantity <= (known?.quantity ?? 0);
    if (unchanged) return { lines, promotionCode, userErrors };
    if (known) {
      await run('update cart_line set quantity = ? where id = ?', [quantity, known.id]);
      return { lines: lines.map((line) => (line === known ? { ...line, quantity } : line)), promotionCode, userErrors };
    }
    if (lines.length >= MAX_LINES) {
      return {
        lines,
        promotionCode,
        userErrors: [cartError('CART_FULL', language, ['variantId'], { max: MAX_LINES })],
      };
    }
    const line = { id: uuidv4(), variantId: variant.id, position: (lines.at(-1)?.position ?? 0) + 1, quantity };
    await run('insert into cart_line (id, cart_id, variant_id, position, quantity) values (?, ?, ?, ?, ?)', [
      line.id,
      cart.id,
      line.variantId,
      line.position,
      line.quantity,
    ]);
    return { lines: [...lines, line], promotionCode, userErrors };
  });
}
