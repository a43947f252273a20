import { Field, ID, InputType } from 'type-graphql';
import { AddressInput } from '../checkout/place-order.input.ts';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { SAVED_ADDRESS_PURPOSES } from './saved-address.type.ts';

const MARKED = 'Each of its fields is marked.';
const LANGUAGE = 'One of three languages says nothing about a person.';
const NAME = { category: 'NAME', purposes: SAVED_ADDRESS_PURPOSES } as const;
const PHONE = { category: 'PHONE', purposes: ['DELIVERY'] } as const;
const PHONE_MEANING = 'For carriers that need one; refused in countries where none does (P2.1).';

/** An address to keep. */
@InputType({ description: 'An address to keep for the next orders.' })
export class SaveAddressInput {
  @Personal(NAME)
  @Field(() => String, { description: 'The name on the parcel.' })
  recipientName!: string;

  @NonPersonal(MARKED)
  @Field(() => AddressInput, { description: 'Where the parcel goes.' })
  address!: AddressInput;

  @Personal(PHONE)
  @Field(() => String, { nullable: true, description: PHONE_MEANING })
  phone?: string | null;

  @NonPersonal('It says which of the addresses is offered first.')
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is to be offered first; the first address is, in any case.',
  })
  isDefault: boolean = false;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** What an address in the address book is to be from now on, as a whole. */
@InputType({ description: 'What an address in the address book is to be from now on, as a whole.' })
export class CorrectSavedAddressInput {
  @NonPersonal('A random id that says nothing of a person.')
  @Field(() => ID, { description: 'Which address.' })
  id!: string;

  @Personal(NAME)
  @Field(() => String, { description: 'The name on the parcel.' })
  recipientName!: string;

  @NonPersonal(MARKED)
  @Field(() => AddressInput, { description: 'Where the parcel goes.' })
  address!: AddressInput;

  @Personal(PHONE)
  @Field(() => String, { nullable: true, description: PHONE_MEANING })
  phone?: string | null;

  @NonPersonal('It says what else is to be changed, and nothing of a person.')
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether orders to this address that are not dispatched yet go to the new one (P6.2).',
  })
  correctOrders: boolean = true;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
