import { Field, ID, ObjectType } from 'type-graphql';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { PersonalAddress, PersonalText } from '../privacy/personal-value.type.ts';
import { PersonalAddressParts } from './address-parts.type.ts';

/** What an address in an address book is kept for. */
export const SAVED_ADDRESS_PURPOSES = ['ORDER_PROCESSING', 'DELIVERY'] as const;

const ADDRESS = { category: 'DELIVERY_ADDRESS', purposes: SAVED_ADDRESS_PURPOSES } as const;

/** An address that a customer keeps for their next orders. */
@ObjectType({ description: 'An address that a customer keeps for their next orders.' })
export class SavedAddress {
  @NonPersonal('A random id that says nothing of a person.')
  @Field(() => ID, { description: 'An opaque id.' })
  id!: string;

  @NonPersonal('It says which of the addresses is offered first.')
  @Field(() => Boolean, { description: 'Whether it is the one that is offered first.' })
  isDefault!: boolean;

  @NonPersonal('A country alone says nothing about a person (D4).')
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 country code.' })
  countryCode!: string;

  @Personal({ category: 'NAME', purposes: SAVED_ADDRESS_PURPOSES })
  @Field(() => PersonalText, { nullable: true, description: 'The name on the parcel.' })
  recipientName!: unknown;

  @Personal(ADDRESS)
  @Field(() => PersonalAddress, { nullable: true, description: 'The address as it is written on a parcel.' })
  address!: unknown;

  @Personal(ADDRESS)
  @Field(() => PersonalAddressParts, { nullable: true, description: 'The same in the parts of the form.' })
  addressParts!: unknown;

  @Personal({ category: 'PHONE', purposes: ['DELIVERY'] })
  @Field(() => PersonalText, { nullable: true, description: 'For carriers that need one, if it was given.' })
  phone!: unknown;
}
