import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { CorrectedOrder } from '../orders/corrected-order.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { SavedAddress } from './saved-address.type.ts';

/** What a change of the address book answers. */
@ObjectType({ description: 'The address book as it is now, and what became of the orders.' })
export class SavedAddressesPayload {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => [SavedAddress], {
    description: 'All addresses of the customer, the one that is offered first before the others.',
  })
  addresses!: SavedAddress[];

  @NonPersonal('Each of its fields is marked.')
  @Field(() => [CorrectedOrder], {
    description: 'The orders that were not dispatched yet, if those were to be corrected.',
  })
  orders!: CorrectedOrder[];

  @NonPersonal('It names fields of the input, never their values.')
  @Field(() => [UserError], { description: 'Why nothing was changed.' })
  userErrors!: UserError[];
}
