import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { Order } from '../orders/order.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** What `placeOrder` answers: the order and where to pay it, or what to mend. */
@ObjectType({ description: 'The order and where to pay it, or what to mend.' })
export class PlaceOrderPayload {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => Order, { nullable: true, description: 'The order, if it was placed.' })
  order!: Order | null;

  @NonPersonal(
    'A one-time address at the payment institution, which knows amount, currency and a reference only (P5.2).',
  )
  @Field(() => String, {
    nullable: true,
    description:
      "The payment institution's page for this order; null if it cannot be reached now: payOrder asks again.",
  })
  paymentUrl!: string | null;

  @NonPersonal('A random token; it is given out once, to whoever placed the order, and stored hashed (D16).')
  @Field(() => String, {
    nullable: true,
    description: 'Proves the right to follow this order. Goes into the fragment of an address.',
  })
  trackingToken!: string | null;

  @NonPersonal('It names fields of the input, never their values.')
  @Field(() => [UserError], { description: 'What to mend; nothing was stored.' })
  userErrors!: UserError[];
}
