import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Product, ProductVariant } from '../catalog/product.type.ts';
import { UserError } from '../graphql/user-error.type.ts';
import { CurrencyCode, Market, Money } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

const CART = 'A cart belongs to a browser that nobody has put a name to; it holds goods, never a person (P2.1).';

/** A variant in the cart and how many of it. */
@ObjectType({ description: 'A variant in the cart and how many of it.' })
@NonPersonal(CART)
export class CartLine {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => ProductVariant, { description: 'What is bought.' })
  variant!: ProductVariant;

  @Field(() => Product, { description: 'The product it is a variant of.' })
  product!: Product;

  @Field(() => Int, { description: 'How many.' })
  quantity!: number;

  @Field(() => Money, { description: 'Price times quantity, before discounts.' })
  linePrice!: Money;

  @Field(() => Boolean, { description: 'Whether as many can be had right now.' })
  available!: boolean;
}

/** What a visitor means to buy, priced for a market. */
@ObjectType({ description: 'What a visitor means to buy, priced for a market.' })
@NonPersonal(CART)
export class Cart {
  @Field(() => Market, { description: 'The market it is priced for.' })
  market!: Market;

  @Field(() => CurrencyCode, { description: "The market's currency." })
  currency!: CurrencyCode;

  @Field(() => [CartLine], { description: 'Its lines in the order in which they were added.' })
  lines!: CartLine[];

  @Field(() => Int, { description: 'How many pieces in all.' })
  totalQuantity!: number;

  @Field(() => Money, { description: 'The sum of the lines.' })
  subtotal!: Money;

  @Field(() => Money, { description: 'What the promotion takes off.' })
  discount!: Money;

  @Field(() => Money, { description: 'Subtotal less discount, before shipping.' })
  total!: Money;

  @Field(() => String, { nullable: true, description: 'The promotion code in force.' })
  promotionCode!: string | null;

  @Field(() => Money, { nullable: true, description: 'What is missing to free shipping; null if the market has none.' })
  freeShippingRemaining!: Money | null;
}

/** What the cart mutations answer. */
@ObjectType({ description: 'The cart after a change, or what was wrong with it.' })
@NonPersonal(CART)
export class CartPayload {
  @Field(() => Cart, { description: 'The cart as it now is.' })
  cart!: Cart;

  @Field(() => [UserError], { description: 'Why the change was not made, or not wholly.' })
  userErrors!: UserError[];

  @Field(() => String, {
    nullable: true,
    description:
      'The token of a cart that was just made, for clients without cookies: send it as the header Cart-Token.',
  })
  cartToken!: string | null;
}
