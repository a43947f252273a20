import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { Order } from './order.type.ts';

/** What `correctOrder` answers. */
@ObjectType({ description: 'The order as it is now, or what is wrong.' })
export class CorrectOrderPayload {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => Order, { nullable: true, description: 'The order with what was corrected; null if nothing was.' })
  order!: Order | null;

  @NonPersonal('It names fields of the input, never their values.')
  @Field(() => [UserError], { description: 'What is wrong with the input.' })
  userErrors!: UserError[];
}
