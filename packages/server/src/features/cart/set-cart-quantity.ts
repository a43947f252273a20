import type { SetCartQuantityArgs } from '@barrier/schema/cart/cart.args.ts';
import type { CartPayload } from '@barrier/schema/cart/cart.type.ts';
import type { CartContext } from './cart-context.ts';
import { cartError } from './cart-errors.ts';
import { allowedQuantity } from './cart-limits.ts';
import { changeCart } from './change-cart.ts';
import { refuseChange } from './refuse-change.ts';

/** Sets how many of a line are wanted; none removes it. */
export async function setCartQuantity(context: CartContext, args: SetCartQuantityArgs): Promise<CartPayload> {
  const { language, lineId, quantity: wanted } = args;
  if (wanted < 0) return refuseChange(context, args, cartError('QUANTITY_INVALID', language, ['quantity']));

  return changeCart(context, args, false, async ({ cart, run }) => {
    const { lines, promotionCode } = cart;
    const line = lines.find(({ id }) => id === lineId);
    if (!line) {
      const userErrors = wanted === 0 ? [] : [cartError('LINE_GONE', language, ['lineId'])];
      return { lines, promotionCode, userErrors };
    }
    const { variant } = context.catalogue.variant(line.variantId) ?? {};
    const { quantity, userErrors } =
      wanted === 0 || !variant ? { quantity: 0, userErrors: [] } : allowedQuantity(wanted, variant, language);
    if (quantity === 0) {
      // What is sold out stays in sight, so that the customer decides what becomes of it.
      if (userErrors.length > 0) return { lines, promotionCode, userErrors };
      await run('delete from cart_line where id = ?', [line.id]);
      return { lines: lines.filter((other) => other !== line), promotionCode, userErrors };
    }
    if (quantity !== line.quantity) await run('update cart_line set quantity = ? where id = ?', [quantity, line.id]);
    return { lines: lines.map((other) => (other === line ? { ...line, quantity } : other)), promotionCode, userErrors };
  });
}
