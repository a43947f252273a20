import {
  AddToCartArgs,
  ApplyPromotionCodeArgs,
  RemoveFromCartArgs,
  SetCartQuantityArgs,
} from '@barrier/schema/cart/cart.args.ts';
import { Cart, CartPayload } from '@barrier/schema/cart/cart.type.ts';
import { LocaleArgs } from '@barrier/schema/catalog/product.args.ts';
import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { addToCart } from './add-to-cart.ts';
import { applyPromotionCode } from './apply-promotion-code.ts';
import type { CartContext } from './cart-context.ts';
import { setCartQuantity } from './set-cart-quantity.ts';
import { showCart } from './show-cart.ts';

/** The cart of whoever sends its token: a cookie, or the header Cart-Token. */
@Resolver()
export class CartResolver {
  @Query(() => Cart, { description: "The request's cart; an empty one if it has none." })
  cart(@Args(() => LocaleArgs) args: LocaleArgs, @Ctx() context: CartContext): Promise<Cart> {
    return showCart(context, args);
  }

  @Mutation(() => CartPayload, { description: 'Puts more of something into the cart.' })
  addToCart(@Args(() => AddToCartArgs) args: AddToCartArgs, @Ctx() context: CartContext): Promise<CartPayload> {
    return addToCart(context, args);
  }

  @Mutation(() => CartPayload, { description: 'Sets how many of a line are wanted.' })
  setCartQuantity(
    @Args(() => SetCartQuantityArgs) args: SetCartQuantityArgs,
    @Ctx() context: CartContext,
  ): Promise<CartPayload> {
    return setCartQuantity(context, args);
  }

  @Mutation(() => CartPayload, { description: 'Takes a line out of the cart.' })
  removeFromCart(
    @Args(() => RemoveFromCartArgs) args: RemoveFromCartArgs,
    @Ctx() context: CartContext,
  ): Promise<CartPayload> {
    return setCartQuantity(context, { ...args, quantity: 0 });
  }

  @Mutation(() => CartPayload, { description: 'Puts a promotion code into the cart, or takes it out.' })
  applyPromotionCode(
    @Args(() => ApplyPromotionCodeArgs) args: ApplyPromotionCodeArgs,
    @Ctx() context: CartContext,
  ): Promise<CartPayload> {
    return applyPromotionCode(context, args);
  }
}
