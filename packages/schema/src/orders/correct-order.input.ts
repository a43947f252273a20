import { Field, InputType } from 'type-graphql';
import { AddressInput } from '../checkout/place-order.input.ts';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';

/** What is to be corrected in an order that is not dispatched yet (P6.2); what is left out stays as it is. */
@InputType({ description: 'What is to be corrected in an order that is not dispatched yet (P6.2).' })
export class CorrectOrderInput {
  @NonPersonal('A random token; it is stored hashed, and requests that carry one are never made by GET (D16).')
  @Field(() => String, {
    nullable: true,
    description: "A guest's link, beside the header Order-Proof; customers name the order by its number.",
  })
  token?: string | null;

  @NonPersonal('A random number that leads its customer alone to an order.')
  @Field(() => String, { nullable: true, description: 'The number of an order of the customer who is signed in.' })
  number?: string | null;

  @Personal({ category: 'EMAIL', purposes: ['ORDER_PROCESSING', 'AFTER_SALES'] })
  @Field(() => String, { nullable: true, description: 'Where news of the order goes.' })
  email?: string | null;

  @Personal({ category: 'NAME', purposes: ['DELIVERY', 'AFTER_SALES'] })
  @Field(() => String, { nullable: true, description: 'The name on the parcel; given together with the address.' })
  recipientName?: string | null;

  @NonPersonal('Each of its fields is marked.')
  @Field(() => AddressInput, {
    nullable: true,
    description: 'Where the parcel goes: in the same country and tax region as before; given together with the name.',
  })
  address?: AddressInput | null;

  @Personal({ category: 'PHONE', purposes: ['DELIVERY'] })
  @Field(() => String, { nullable: true, description: 'For the carrier, where the order has one.' })
  phone?: string | null;

  @NonPersonal('One of three languages says nothing about a person.')
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
