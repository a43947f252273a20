import { Field, InputType } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { ACCOUNT_PURPOSES } from './customer.type.ts';

const EMAIL = { category: 'EMAIL', purposes: ACCOUNT_PURPOSES } as const;
const CREDENTIAL = { category: 'CREDENTIAL', purposes: ['SECURITY'] } as const;
const LANGUAGE = 'One of three languages says nothing about a person.';

/** All that an account needs: an address that codes are mailed to. */
@InputType({ description: 'All that an account needs (P2.1): an address that codes are mailed to.' })
export class SignUpInput {
  @Personal(EMAIL)
  @Field(() => String, { description: 'Where the code goes that confirms the account.' })
  email!: string;

  @Personal({ category: 'NAME', purposes: ACCOUNT_PURPOSES })
  @Field(() => String, { nullable: true, description: 'The name to fill in for a parcel.' })
  name?: string | null;

  @Personal(CREDENTIAL)
  @Field(() => String, {
    nullable: true,
    description: '10 to 128 characters, of any kind; without one, one signs in by mailed code.',
  })
  password?: string | null;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts and mails.' })
  language: Language = Language.EN;
}

/** Asks for a code by mail. */
@InputType({ description: 'Asks for a code by mail.' })
export class RequestSignInCodeInput {
  @Personal(EMAIL)
  @Field(() => String, { description: 'The address of the account.' })
  email!: string;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** The code that was mailed. */
@InputType({ description: 'The code that was mailed.' })
export class EnterSignInCodeInput {
  @NonPersonal('A random token, stored hashed (D16).')
  @Field(() => String, { description: 'What signUp or requestSignInCode answered.' })
  challenge!: string;

  @NonPersonal('Six random digits, good once and for a quarter of an hour; stored as a keyed hash (D16).')
  @Field(() => String, { description: 'The code from the mail.' })
  code!: string;

  @Personal(CREDENTIAL)
  @Field(() => String, {
    nullable: true,
    description: 'What to call the device in the list of sessions, such as Firefox on Linux; 80 characters at most.',
  })
  device?: string | null;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** Address and password. */
@InputType({ description: 'Address and password.' })
export class SignInInput {
  @Personal(EMAIL)
  @Field(() => String, { description: 'The address of the account.' })
  email!: string;

  @Personal(CREDENTIAL)
  @Field(() => String, { description: 'Its password.' })
  password!: string;

  @Personal(CREDENTIAL)
  @Field(() => String, {
    nullable: true,
    description: 'What to call the device in the list of sessions, such as Firefox on Linux; 80 characters at most.',
  })
  device?: string | null;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
