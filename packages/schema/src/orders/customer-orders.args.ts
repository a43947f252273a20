import { ArgsType, Field, Int } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';

/** Which page of a customer's orders. */
@ArgsType()
export class CustomerOrdersArgs {
  @NonPersonal('It says how much of a list is shown.')
  @Field(() => Int, { defaultValue: 10, description: 'How many orders; 50 at most.' })
  first: number = 10;

  @NonPersonal('It says where in a list one is.')
  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

/** Which order of a customer. */
@ArgsType()
export class CustomerOrderArgs {
  @NonPersonal('A random number that leads its customer alone to an order.')
  @Field(() => String, { description: 'The number of the order.' })
  number!: string;
}
