import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** What `requestOrderClaim` answers, whether there is such an order or not (D20). */
@ObjectType({
  description: 'A code is on its way to the address of the order, if there is one; the answer is the same if not.',
})
@NonPersonal('It is the same for every number.')
export class RequestOrderClaimPayload {
  @Field(() => Int, { nullable: true, description: 'For how many minutes the code can be entered.' })
  validMinutes!: number | null;

  @Field(() => [UserError], { description: 'What is wrong with the input.' })
  userErrors!: UserError[];
}

/** What `claimOrder` answers. */
@ObjectType({ description: 'Whether the order is among those of the customer now.' })
@NonPersonal('It says whether a code was right.')
export class ClaimOrderPayload {
  @Field(() => Boolean, { description: 'Whether it is; Customer.orders has it then.' })
  claimed!: boolean;

  @Field(() => [UserError], { description: 'Why it is not.' })
  userErrors!: UserError[];
}
