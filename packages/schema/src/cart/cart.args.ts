import { ArgsType, Field, ID, Int } from 'type-graphql';
import { LocaleArgs } from '../catalog/product.args.ts';
import { NonPersonal } from '../privacy/marks.ts';

const GOODS = 'It names goods; a cart knows nobody (P2.1).';

/** What `addToCart` takes. */
@ArgsType()
export class AddToCartArgs extends LocaleArgs {
  @NonPersonal(GOODS)
  @Field(() => ID, { description: 'What to buy.' })
  variantId!: string;

  @NonPersonal(GOODS)
  @Field(() => Int, { defaultValue: 1, description: 'How many more.' })
  quantity = 1;
}

/** What `setCartQuantity` takes. */
@ArgsType()
export class SetCartQuantityArgs extends LocaleArgs {
  @NonPersonal(GOODS)
  @Field(() => ID, { description: 'The line.' })
  lineId!: string;

  @NonPersonal(GOODS)
  @Field(() => Int, { description: 'How many from now on; 0 removes the line.' })
  quantity!: number;
}

/** What `removeFromCart` takes. */
@ArgsType()
export class RemoveFromCartArgs extends LocaleArgs {
  @NonPersonal(GOODS)
  @Field(() => ID, { description: 'The line.' })
  lineId!: string;
}

/** What `applyPromotionCode` takes. */
@ArgsType()
export class ApplyPromotionCodeArgs extends LocaleArgs {
  @NonPersonal('A promotion code is the same for everybody.')
  @Field(() => String, { nullable: true, description: 'The code; null takes the one in force away.' })
  code?: string | null;
}
