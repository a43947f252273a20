import { Field, ObjectType } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';
import { PersonalAccess } from '../privacy/personal-value.type.ts';
import { Purpose } from '../privacy/purpose.ts';

const SHAPE = 'It is the shape of an answer; the value itself is marked on the field that has this type.';

/** An address in the parts of its country's form, as `AddressInput` takes them. */
@ObjectType({ description: 'An address in the parts in which it was entered.' })
@NonPersonal(SHAPE)
export class AddressParts {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 country code.' })
  countryCode!: string;

  @Field(() => String, { nullable: true, description: 'Street and number, or what the country has in their place.' })
  addressLine1!: string | null;

  @Field(() => String, { nullable: true, description: 'Flat, floor or building.' })
  addressLine2!: string | null;

  @Field(() => String, { nullable: true, description: 'District or neighbourhood.' })
  dependentLocality!: string | null;

  @Field(() => String, { nullable: true, description: 'City or town.' })
  city!: string | null;

  @Field(() => String, { nullable: true, description: 'State, province or prefecture.' })
  administrativeArea!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode!: string | null;
}

/** An address in its parts as the API answers it (D7): for a form in which its owner corrects it. */
@ObjectType({
  description: 'An address in its parts, to be corrected by its owner: revealed, masked, denied or erased.',
})
@NonPersonal(SHAPE)
export class PersonalAddressParts {
  @Field(() => PersonalAccess, { description: 'How it was answered.' })
  access!: PersonalAccess;

  @Field(() => AddressParts, { nullable: true, description: 'The parts, if revealed.' })
  parts!: AddressParts | null;

  @Field(() => String, {
    nullable: true,
    description: 'When a revealed value is to be dropped from the screen (ISO 8601).',
  })
  until!: string | null;

  @Field(() => [Purpose], { description: 'What the value may be used for.' })
  purposes!: Purpose[];

  @Field(() => String, {
    nullable: true,
    description: 'The day from which it is erased, if the clock has started (ISO 8601 date).',
  })
  keptUntil!: string | null;
}
