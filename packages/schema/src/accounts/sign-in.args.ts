import { ArgsType, Field, ID } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';

const LANGUAGE = 'One of three languages says nothing about a person.';

/** What `revokeSession` takes. */
@ArgsType()
export class RevokeSessionArgs {
  @NonPersonal('A random id, good for ending the session and nothing else.')
  @Field(() => ID, { description: 'The session to end, as Customer.sessions names it.' })
  id!: string;
}

/** What `setPassword` takes. */
@ArgsType()
export class SetPasswordArgs {
  @Personal({ category: 'CREDENTIAL', purposes: ['SECURITY'] })
  @Field(() => String, {
    nullable: true,
    description:
      '10 to 128 characters, of any kind; null takes the password away, so that codes and passkeys alone are left.',
  })
  password?: string | null;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}
