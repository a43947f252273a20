import { ArgsType, Field } from 'type-graphql';
import { Language, Market } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

const OFFER = 'It asks for what is the same for everybody, and nothing keeps that it was asked.';

/** The language of an answer that is the same in every market. */
@ArgsType()
export class LanguageArgs {
  @NonPersonal(OFFER)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** What `shippingOptions` and `addressForm` take. */
@ArgsType()
export class DestinationArgs extends LanguageArgs {
  @NonPersonal(OFFER)
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 country code of the destination; it decides the market.' })
  countryCode!: string;
}

/** What `deliveryOffers` takes: a market, and no place. */
@ArgsType()
export class MarketArgs extends LanguageArgs {
  @NonPersonal(OFFER)
  @Field(() => Market, { description: 'The market to deliver within.' })
  market!: Market;
}
