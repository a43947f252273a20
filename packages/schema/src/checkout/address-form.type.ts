import { Field, ObjectType } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';

const RULES = 'It says how addresses are written in a country.';

/** A choice of a field, such as a state. */
@ObjectType({ description: 'A choice of an address field, such as a state.' })
@NonPersonal(RULES)
export class AddressFieldOption {
  @Field(() => String, { description: 'The value to send.' })
  value!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;
}

/** A field of a country's address form. */
@ObjectType({ description: "A field of a country's address form." })
@NonPersonal(RULES)
export class AddressFormField {
  @Field(() => String, { description: 'The input field it fills, such as postalCode.' })
  key!: string;

  @Field(() => String, { description: 'Which word the country uses for it, such as zip, eircode or province.' })
  labelKey!: string;

  @Field(() => Boolean, { description: 'Whether it must be filled.' })
  required!: boolean;

  @Field(() => [AddressFieldOption], { nullable: true, description: 'Its choices, where the country has a list.' })
  options!: AddressFieldOption[] | null;

  @Field(() => String, { nullable: true, description: 'A regular expression that its value must match.' })
  pattern!: string | null;

  @Field(() => String, { nullable: true, description: 'An example.' })
  example!: string | null;

  @Field(() => String, { description: 'The autocomplete token of HTML for it.' })
  autocomplete!: string;
}

/** The fields that a country's addresses have, in their order. */
@ObjectType({ description: "The fields that a country's addresses have, in their order." })
@NonPersonal(RULES)
export class AddressForm {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 country code.' })
  countryCode!: string;

  @Field(() => [AddressFormField], { description: 'Its fields.' })
  fields!: AddressFormField[];
}
