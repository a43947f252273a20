import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Money } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** A way to have the parcel delivered. */
@ObjectType({ description: 'A way to have the parcel delivered.' })
@NonPersonal('It is an offer, made to every visitor alike.')
export class ShippingOption {
  @Field(() => ID, { description: 'Identifier to send with the order.' })
  id!: string;

  @Field(() => String, { description: 'Its name in the language asked for.' })
  title!: string;

  @Field(() => Money, { description: 'What it costs with this cart.' })
  price!: Money;

  @Field(() => Int, { description: 'Fewest working days.' })
  daysMin!: number;

  @Field(() => Int, { description: 'Most working days.' })
  daysMax!: number;

  @Field(() => Boolean, { description: 'Whether its carrier cannot deliver without a phone number.' })
  phoneRequired!: boolean;
}
