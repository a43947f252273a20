import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

const ERRORS = 'It names fields of the input, never their values.';

/** What `requestOrderCode` answers. */
@ObjectType({ description: 'Whether a code is on its way.' })
@NonPersonal('It says how long a code is good for; where the mail goes is not said.')
export class RequestOrderCodePayload {
  @Field(() => Int, {
    nullable: true,
    description: 'For how many minutes the code can be entered; null if none was mailed.',
  })
  validMinutes!: number | null;

  @Field(() => [UserError], { description: 'Why no code was mailed.' })
  userErrors!: UserError[];
}

/** What `proveOrder` answers. */
@ObjectType({ description: 'The proof that one is the person who ordered, or why not.' })
export class ProveOrderPayload {
  @NonPersonal('A random token, given out once and stored hashed (D16).')
  @Field(() => String, {
    nullable: true,
    description: 'Send it as the header Order-Proof to see what is personal in the order.',
  })
  proofToken!: string | null;

  @NonPersonal('It is the same time for everybody.')
  @Field(() => String, { nullable: true, description: 'Until when it works (ISO 8601).' })
  validUntil!: string | null;

  @NonPersonal(ERRORS)
  @Field(() => [UserError], { description: 'Why the code was not accepted.' })
  userErrors!: UserError[];
}

/** What `payOrder` answers. */
@ObjectType({ description: 'Where to pay an order that is not paid yet.' })
export class PayOrderPayload {
  @NonPersonal(
    'A one-time address at the payment institution, which knows amount, currency and a reference only (P5.2).',
  )
  @Field(() => String, { nullable: true, description: "The payment institution's page for the order." })
  paymentUrl!: string | null;

  @NonPersonal(ERRORS)
  @Field(() => [UserError], { description: 'Why it cannot be paid.' })
  userErrors!: UserError[];
}
