import { ArgsType, Field } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** What `requestOrderClaim` takes. */
@ArgsType()
export class RequestOrderClaimArgs {
  @NonPersonal('A random number; alone it opens nothing.')
  @Field(() => String, { description: 'The number of the order, as the confirmation has it.' })
  number!: string;
}

/** What `claimOrder` takes. */
@ArgsType()
export class ClaimOrderArgs extends RequestOrderClaimArgs {
  @NonPersonal('Six random digits, good once and for a quarter of an hour; stored as a keyed hash (D16).')
  @Field(() => String, { description: 'The code from the mail.' })
  code!: string;

  @NonPersonal('One of three languages says nothing about a person.')
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
