import { Field, ObjectType } from 'type-graphql';
import { CurrencyCode, Market } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** A country that the shop delivers to. */
@ObjectType({ description: 'A country that the shop delivers to.' })
@NonPersonal('It is an offer, made to every visitor alike.')
export class Country {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 code.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language asked for.' })
  name!: string;

  @Field(() => Market, { description: 'The market that it belongs to.' })
  market!: Market;

  @Field(() => CurrencyCode, { description: 'The currency in which is paid there.' })
  currency!: CurrencyCode;
}
