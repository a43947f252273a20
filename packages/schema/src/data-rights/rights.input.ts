import { ArgsType, Field, InputType } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

const TOKEN = 'A random token; it is stored hashed, and requests that carry one are never made by GET (D16).';
const NUMBER = 'A random number that leads its customer alone to an order.';
const LANGUAGE = 'One of three languages says nothing about a person.';
const WHOSE_LINK = "A guest's link, beside the header Order-Proof; left out by customers.";
const WHICH_ORDER = 'One order of the customer who is signed in; left out for the account with all its orders.';

/** Whose data a right is about: that of a guest's order, of one order of a customer, or of a customer with all that is theirs. */
@ArgsType()
export class RightsArgs {
  @NonPersonal(TOKEN)
  @Field(() => String, { nullable: true, description: WHOSE_LINK })
  token?: string | null;

  @NonPersonal(NUMBER)
  @Field(() => String, { nullable: true, description: WHICH_ORDER })
  number?: string | null;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** The same, as what a mutation takes. */
@InputType({ description: "Whose data it is about: a guest's order, one order of a customer, or all that is theirs." })
export class RightsInput {
  @NonPersonal(TOKEN)
  @Field(() => String, { nullable: true, description: WHOSE_LINK })
  token?: string | null;

  @NonPersonal(NUMBER)
  @Field(() => String, { nullable: true, description: WHICH_ORDER })
  number?: string | null;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts and mails.' })
  language: Language = Language.EN;
}

/** What is to be erased, and when. */
@InputType({ description: 'What is to be erased, and when.' })
export class RequestErasureInput extends RightsInput {
  @NonPersonal('It says when, and nothing of anybody.')
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is done at once; otherwise after seven days in which it can be cancelled.',
  })
  atOnce: boolean = false;
}

/** What leads to a receipt. */
@ArgsType()
export class ErasureReceiptArgs {
  @NonPersonal(TOKEN)
  @Field(() => String, { description: 'The token of the receipt, from the fragment of its address.' })
  token!: string;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
