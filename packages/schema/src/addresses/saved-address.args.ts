import { ArgsType, Field, ID } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** Which address of the address book. */
@ArgsType()
export class SavedAddressArgs {
  @NonPersonal('A random id that says nothing of a person.')
  @Field(() => ID, { description: 'Which address, as Customer.addresses names it.' })
  id!: string;

  @NonPersonal('One of three languages says nothing about a person.')
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
