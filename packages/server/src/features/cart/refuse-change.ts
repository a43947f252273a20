import type { CartPayload } from '@barrier/schema/cart/cart.type.ts';
import type { LocaleArgs } from '@barrier/schema/catalog/product.args.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { CartContext } from './cart-context.ts';
import { showCart } from './show-cart.ts';

/** The cart as it was, with the reason why it stays so. */
export async function refuseChange(context: CartContext, args: LocaleArgs, error: UserError): Promise<CartPayload> {
  return { cart: await showCart(context, args), userErrors: [error], cartToken: null };
}
