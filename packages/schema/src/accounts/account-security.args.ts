import { ArgsType, Field, ID } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { CREDENTIAL } from './account-security.type.ts';

const LANGUAGE = 'One of three languages says nothing about a person.';
const PASSKEY_ID = 'A random id, good for naming and removing the passkey and nothing else.';

/** What changes take that need nothing else. */
@ArgsType()
export class LanguageArgs {
  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** What `removePasskey` takes. */
@ArgsType()
export class RemovePasskeyArgs extends LanguageArgs {
  @NonPersonal(PASSKEY_ID)
  @Field(() => ID, { description: 'The passkey to remove, as AccountSecurity.passkeys names it.' })
  id!: string;
}

/** What `renamePasskey` takes. */
@ArgsType()
export class RenamePasskeyArgs extends LanguageArgs {
  @NonPersonal(PASSKEY_ID)
  @Field(() => ID, { description: 'The passkey to rename, as AccountSecurity.passkeys names it.' })
  id!: string;

  @Personal(CREDENTIAL)
  @Field(() => String, { description: 'What to call it; 80 characters at most.' })
  name!: string;
}

/** What `confirmTotp` takes. */
@ArgsType()
export class ConfirmTotpArgs extends LanguageArgs {
  @NonPersonal('Six digits, good once and for a minute.')
  @Field(() => String, { description: 'The code that the authenticator app shows.' })
  code!: string;
}

/** What `requirePasskey` takes. */
@ArgsType()
export class RequirePasskeyArgs extends LanguageArgs {
  @NonPersonal('It says how one signs in, not who.')
  @Field(() => Boolean, {
    description: 'Whether a passkey is to be asked for after a password or a mailed code.',
  })
  required!: boolean;
}

/** What `startPasskeySignIn` takes. */
@ArgsType()
export class StartPasskeySignInArgs extends LanguageArgs {
  @NonPersonal('A random token, stored hashed (D16).')
  @Field(() => String, {
    nullable: true,
    description: 'The token of a SecondFactorRequest, if the passkey is to be shown for it.',
  })
  secondFactor?: string | null;
}
