import { Field, ID, InputType, Int } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';

const ADDRESS = { category: 'DELIVERY_ADDRESS', purposes: ['DELIVERY', 'AFTER_SALES'] } as const;

/** A delivery address in the parts that its country uses (`addressForm` says which). */
@InputType({ description: 'A delivery address in the parts that its country uses; addressForm says which.' })
export class AddressInput {
  @NonPersonal('A country alone says nothing about a person; tax and shipping need it in clear (D4).')
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 country code.' })
  countryCode!: string;

  @Personal(ADDRESS)
  @Field(() => String, { description: 'Street and number, or what the country has in their place.' })
  addressLine1!: string;

  @Personal(ADDRESS)
  @Field(() => String, { nullable: true, description: 'Flat, floor or building.' })
  addressLine2?: string | null;

  @Personal(ADDRESS)
  @Field(() => String, { nullable: true, description: 'District or neighbourhood.' })
  dependentLocality?: string | null;

  @Personal(ADDRESS)
  @Field(() => String, { nullable: true, description: 'City or town.' })
  city?: string | null;

  @Personal(ADDRESS)
  @Field(() => String, { nullable: true, description: 'State, province or prefecture.' })
  administrativeArea?: string | null;

  @Personal(ADDRESS)
  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode?: string | null;
}

/** All that a guest is asked for: what the parcel, the confirmation and the carrier need, and nothing else (P2.1). */
@InputType({ description: 'All that a guest is asked for (P2.1).' })
export class PlaceOrderInput {
  @Personal({ category: 'EMAIL', purposes: ['ORDER_PROCESSING', 'AFTER_SALES'] })
  @Field(() => String, { description: 'Where confirmation and tracking link go.' })
  email!: string;

  @Personal({ category: 'NAME', purposes: ['DELIVERY', 'AFTER_SALES'] })
  @Field(() => String, { description: 'The name on the parcel.' })
  recipientName!: string;

  @NonPersonal('Each of its fields is marked.')
  @Field(() => AddressInput, { description: 'Where the parcel goes.' })
  address!: AddressInput;

  @Personal({ category: 'PHONE', purposes: ['DELIVERY'] })
  @Field(() => String, { nullable: true, description: 'Only where the chosen carrier cannot deliver without one.' })
  phone?: string | null;

  @NonPersonal('It names an offer made to every visitor alike.')
  @Field(() => ID, { description: 'The shipping option chosen.' })
  shippingOptionId!: string;

  @NonPersonal('One of three languages says nothing about a person; the mails need it (D4).')
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of the mails about this order.' })
  language: Language = Language.EN;

  @NonPersonal('A sum without the goods that it came from says nothing about a person.')
  @Field(() => Int, {
    nullable: true,
    description: 'The total that was shown, in minor units; if it is another by now, nothing is ordered.',
  })
  expectedTotal?: number | null;
}
