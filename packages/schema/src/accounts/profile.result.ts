import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { CorrectedOrder } from '../orders/corrected-order.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { Customer } from './customer.type.ts';

/** What changing an account answers. */
@ObjectType({ description: 'The customer as they are now, and what became of their orders.' })
export class ProfilePayload {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => Customer, { nullable: true, description: 'The customer; null if nothing was changed.' })
  customer!: Customer | null;

  @NonPersonal('Each of its fields is marked.')
  @Field(() => [CorrectedOrder], {
    description: 'Their orders that were not dispatched yet, if those were to be corrected.',
  })
  orders!: CorrectedOrder[];

  @NonPersonal('It names fields of the input, never their values.')
  @Field(() => [UserError], { description: 'What is wrong with the input.' })
  userErrors!: UserError[];
}

/** What `requestEmailChange` answers, whether the new address has an account or not (D20). */
@ObjectType({ description: 'A mail is on its way to the new address; the answer is the same if that has an account.' })
@NonPersonal('It is the same for every address.')
export class RequestEmailChangePayload {
  @Field(() => Int, { nullable: true, description: 'For how many minutes the code can be entered; null if refused.' })
  validMinutes!: number | null;

  @Field(() => [UserError], { description: 'What is wrong with the input.' })
  userErrors!: UserError[];
}
