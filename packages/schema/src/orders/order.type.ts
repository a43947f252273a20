import { Field, Int, ObjectType } from 'type-graphql';
import { PersonalAddressParts } from '../addresses/address-parts.type.ts';
import { Money } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { PersonalAccess, PersonalAddress, PersonalText } from '../privacy/personal-value.type.ts';
import { Purpose } from '../privacy/purpose.ts';
import { OrderState } from './order-state.ts';

const BOOKS = 'The books and the parcel need it in clear (D4); it says nothing of what was bought or by whom.';
const SHAPE = 'It is the shape of an answer; the value itself is marked on the field that has this type.';

/** One line of an order as it was sold; the catalogue may have changed since. */
@ObjectType({ description: 'One line of an order as it was sold.' })
@NonPersonal(SHAPE)
export class OrderLine {
  @Field(() => String, { description: "The product's name when it was ordered." })
  title!: string;

  @Field(() => String, { description: "The variant's name when it was ordered." })
  variantTitle!: string;

  @Field(() => Int, { description: 'How many.' })
  quantity!: number;

  @Field(() => Money, { description: 'Price of one.' })
  unitPrice!: Money;

  @Field(() => Money, { description: 'Price of the line, after discounts.' })
  linePrice!: Money;
}

/** What was ordered: kept sealed, since what somebody puts on their skin says something about their health (D4). */
@ObjectType({ description: 'What was ordered: revealed, masked, denied or erased.' })
@NonPersonal(SHAPE)
export class PersonalOrderLines {
  @Field(() => PersonalAccess, { description: 'How it was answered.' })
  access!: PersonalAccess;

  @Field(() => [OrderLine], { nullable: true, description: 'The lines, if revealed.' })
  items!: OrderLine[] | null;

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

/** An order. Money, state and dates in clear; everything about the person and the goods as a personal value. */
@ObjectType({ description: 'An order.' })
export class Order {
  @NonPersonal(BOOKS)
  @Field(() => String, {
    description: 'The number to name when asking about it; random, so that it tells nothing of how many there are.',
  })
  number!: string;

  @NonPersonal(BOOKS)
  @Field(() => OrderState, { description: 'Where it stands.' })
  state!: OrderState;

  @NonPersonal(BOOKS)
  @Field(() => String, { description: 'When it was placed (ISO 8601).' })
  placedAt!: string;

  @NonPersonal(BOOKS)
  @Field(() => String, { nullable: true, description: 'Until when it can be paid (ISO 8601).' })
  payableUntil!: string | null;

  @NonPersonal(BOOKS)
  @Field(() => String, { description: 'The destination (ISO 3166-1 alpha-2).' })
  countryCode!: string;

  @NonPersonal(BOOKS)
  @Field(() => Money, { description: 'The sum of the lines before discount.' })
  subtotal!: Money;

  @NonPersonal(BOOKS)
  @Field(() => Money, { description: 'What a promotion took off.' })
  discount!: Money;

  @NonPersonal(BOOKS)
  @Field(() => Money, { description: 'Delivery.' })
  shipping!: Money;

  @NonPersonal(BOOKS)
  @Field(() => Money, { description: 'The tax included in the total.' })
  includedTax!: Money;

  @NonPersonal(BOOKS)
  @Field(() => Int, { description: 'The tax rate in basis points (1900 = 19 %).' })
  taxRate!: number;

  @NonPersonal(BOOKS)
  @Field(() => Money, { description: 'What is paid.' })
  total!: Money;

  @NonPersonal(BOOKS)
  @Field(() => String, { description: 'How it is delivered, in the language of the order.' })
  shippingTitle!: string;

  @Personal({ category: 'NAME', purposes: ['DELIVERY', 'AFTER_SALES'] })
  @Field(() => PersonalText, { nullable: true, description: 'The name on the parcel.' })
  recipientName!: unknown;

  @Personal({ category: 'EMAIL', purposes: ['ORDER_PROCESSING', 'AFTER_SALES'] })
  @Field(() => PersonalText, { nullable: true, description: 'Where news of the order goes.' })
  email!: unknown;

  @Personal({ category: 'PHONE', purposes: ['DELIVERY'] })
  @Field(() => PersonalText, { nullable: true, description: "The carrier's phone contact, if one was needed." })
  phone!: unknown;

  @Personal({ category: 'DELIVERY_ADDRESS', purposes: ['DELIVERY', 'AFTER_SALES'] })
  @Field(() => PersonalAddress, { nullable: true, description: 'Where the parcel goes.' })
  address!: unknown;

  @Personal({ category: 'DELIVERY_ADDRESS', purposes: ['DELIVERY', 'AFTER_SALES'] })
  @Field(() => PersonalAddressParts, {
    nullable: true,
    description: 'The same in the parts of the form, for whoever is to correct it.',
  })
  addressParts!: unknown;

  @NonPersonal(BOOKS)
  @Field(() => Boolean, { description: 'Whether correctOrder may still change where it goes (P6.2).' })
  correctable!: boolean;

  @Personal({ category: 'PAYMENT_REFERENCE', purposes: ['PAYMENT'] })
  @Field(() => PersonalText, {
    nullable: true,
    description: 'What the payment institution calls the payment, for questions to it; there once payment was begun.',
  })
  paymentReference!: unknown;

  @Personal({ category: 'ORDER_RECORD', purposes: ['ORDER_PROCESSING', 'DELIVERY', 'AFTER_SALES'] })
  @Field(() => PersonalOrderLines, { nullable: true, description: 'What was ordered.' })
  lines!: unknown;
}
