import { Field, InputType } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { CREDENTIAL } from './account-security.type.ts';

/** The second factor. */
@InputType({ description: 'The second factor: the code of an authenticator app, or a recovery code.' })
export class EnterSecondFactorInput {
  @NonPersonal('A random token, stored hashed (D16).')
  @Field(() => String, { description: 'The token of the SecondFactorRequest.' })
  token!: string;

  @NonPersonal('Six digits, good once and for a minute.')
  @Field(() => String, { nullable: true, description: 'The code that the authenticator app shows.' })
  code?: string | null;

  @NonPersonal('Random, good once; stored as a keyed hash (D16).')
  @Field(() => String, { nullable: true, description: 'A recovery code, in place of the other.' })
  recoveryCode?: string | null;

  @Personal(CREDENTIAL)
  @Field(() => String, {
    nullable: true,
    description: 'What to call the device in the list of sessions, such as Firefox on Linux; 80 characters at most.',
  })
  device?: string | null;

  @NonPersonal('One of three languages says nothing about a person.')
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
