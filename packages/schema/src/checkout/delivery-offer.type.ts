import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** A way of delivery as a market offers it, whoever asks and whatever is in the cart. */
@ObjectType({ description: 'A way of delivery as a market offers it, whoever asks and whatever is in the cart.' })
@NonPersonal('It is an offer, made to every visitor alike.')
export class DeliveryOffer {
  @Field(() => String, { description: 'Its name in the language asked for.' })
  title!: string;

  @Field(() => Money, { description: 'What it costs.' })
  price!: Money;

  @Field(() => Money, { nullable: true, description: 'Goods worth as much are sent this way for nothing.' })
  freeFrom!: Money | null;

  @Field(() => Int, { description: 'Fewest working days.' })
  daysMin!: number;

  @Field(() => Int, { description: 'Most working days.' })
  daysMax!: number;
}
