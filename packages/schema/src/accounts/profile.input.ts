import { Field, InputType } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { ACCOUNT_PURPOSES } from './customer.type.ts';

const LANGUAGE = 'One of three languages says nothing about a person.';
const CHOICE = 'It says what else is to be changed, and nothing of a person.';

/** What of an account is to be changed; what is left out stays. */
@InputType({ description: 'What of an account is to be changed; what is left out stays as it is.' })
export class UpdateProfileInput {
  @Personal({ category: 'NAME', purposes: ACCOUNT_PURPOSES })
  @Field(() => String, { nullable: true, description: 'The name to fill in for a parcel; null takes it away.' })
  name?: string | null;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { nullable: true, description: 'The language of mails.' })
  mailLanguage?: Language | null;

  @NonPersonal(CHOICE)
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether orders that bear the name and are not dispatched yet get the new one (P6.2).',
  })
  correctOrders: boolean = true;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** Where mail is to go from now on. */
@InputType({ description: 'Where mail is to go from now on; a code sent there confirms it.' })
export class RequestEmailChangeInput {
  @Personal({ category: 'EMAIL', purposes: ACCOUNT_PURPOSES })
  @Field(() => String, { description: 'The new address.' })
  email!: string;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** The code that was mailed to the new address. */
@InputType({ description: 'The code that was mailed to the new address.' })
export class ConfirmEmailChangeInput {
  @NonPersonal('Six random digits, good once and for a quarter of an hour; stored as a keyed hash (D16).')
  @Field(() => String, { description: 'The code from the mail.' })
  code!: string;

  @NonPersonal(CHOICE)
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether orders of the old address that are not dispatched yet get the new one (P6.2).',
  })
  correctOrders: boolean = true;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
