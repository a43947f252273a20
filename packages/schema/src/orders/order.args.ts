import { ArgsType, Field } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

const TOKEN = 'A random token; it is stored hashed, and requests that carry one are never made by GET (D16).';

/** What carries the right to follow an order. */
@ArgsType()
export class OrderTokenArgs {
  @NonPersonal(TOKEN)
  @Field(() => String, { description: 'The token of the link, from its fragment.' })
  token!: string;

  @NonPersonal('One of three languages says nothing about a person.')
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** What `proveOrder` takes. */
@ArgsType()
export class ProveOrderArgs extends OrderTokenArgs {
  @NonPersonal('Six random digits, good once and for a quarter of an hour; stored as a keyed hash (D16).')
  @Field(() => String, { description: 'The code from the mail.' })
  code!: string;
}

/** What `payOrder` takes: either of the two names the order. */
@ArgsType()
export class PayOrderArgs {
  @NonPersonal(TOKEN)
  @Field(() => String, { nullable: true, description: 'The token of the link, from its fragment.' })
  token?: string | null;

  @NonPersonal('A random number that leads its customer alone to an order.')
  @Field(() => String, { nullable: true, description: 'The number of an order of the customer who is signed in.' })
  number?: string | null;

  @NonPersonal('One of three languages says nothing about a person.')
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
