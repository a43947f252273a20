import { ArgsType, Field, Int } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** Whose data it is: that of the session, or of an order whose link and proof are sent along. */
@ArgsType()
export class PersonArgs {
  @NonPersonal('A random token; it is stored hashed, and requests that carry one are never made by GET (D16).')
  @Field(() => String, {
    nullable: true,
    description: 'For guests: the token of the link of an order, beside the header Order-Proof.',
  })
  token?: string | null;

  @NonPersonal('One of three languages says nothing about a person.')
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** Which page of what is held about a person. */
@ArgsType()
export class HoldingsArgs extends PersonArgs {
  @NonPersonal('It says how much of a list is shown.')
  @Field(() => Int, { defaultValue: 5, description: 'How many parts; 20 at most.' })
  first: number = 5;

  @NonPersonal('It says where in a list one is.')
  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

/** Which page of who looked. */
@ArgsType()
export class AccessHistoryArgs extends PersonArgs {
  @NonPersonal('It says how much of a list is shown.')
  @Field(() => Int, { defaultValue: 20, description: 'How many entries; 100 at most.' })
  first: number = 20;

  @NonPersonal('It says where in a list one is.')
  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}
