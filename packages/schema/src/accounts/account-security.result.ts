import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { PersonalText } from '../privacy/personal-value.type.ts';
import { AccountSecurity, CREDENTIAL, Passkey } from './account-security.type.ts';
import { SecondFactorRequest } from './second-factor.type.ts';

const ERRORS = 'It names fields of the input, never their values.';

/** What a change to the guards of an account answers. */
@ObjectType({ description: 'How the account is guarded now, or why nothing was changed.' })
export class AccountSecurityPayload {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => AccountSecurity, { nullable: true, description: 'How the account is guarded now.' })
  security!: AccountSecurity | null;

  @NonPersonal('Random, each good once; stored as keyed hashes, and never answered again (D16).')
  @Field(() => [String], { nullable: true, description: 'New recovery codes, if some were made: they are shown once.' })
  recoveryCodes!: string[] | null;

  @NonPersonal(ERRORS)
  @Field(() => [UserError], { description: 'Why nothing was changed.' })
  userErrors!: UserError[];
}

/** What an authenticator needs to make a passkey. */
@ObjectType({ description: 'What navigator.credentials.create() needs, but for the name that the device shows.' })
export class PasskeyCreation {
  @NonPersonal('Random, good once and for five minutes.')
  @Field(() => String, { description: 'What the authenticator is to sign (base64url).' })
  challenge!: string;

  @NonPersonal('The host of the shop.')
  @Field(() => String, { description: 'The id of the relying party: the host of the shop.' })
  rpId!: string;

  @NonPersonal('The name of the shop.')
  @Field(() => String, { description: 'The name of the relying party.' })
  rpName!: string;

  @NonPersonal('Bytes like random ones, of no meaning to anybody but the shop.')
  @Field(() => String, { description: 'Under what the authenticator keeps the account (base64url).' })
  userHandle!: string;

  @NonPersonal('The same for everybody.')
  @Field(() => [Int], { description: 'The algorithms that the shop understands (COSE), the best first.' })
  algorithms!: number[];

  @NonPersonal('Each of its fields is marked.')
  @Field(() => [Passkey], { description: 'What the account has already: a device with one of these makes no other.' })
  known!: Passkey[];
}

/** What `startPasskeyCreation` answers. */
@ObjectType({ description: 'What a device needs to make a passkey.' })
export class PasskeyCreationPayload {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => PasskeyCreation, { nullable: true, description: 'What the authenticator needs.' })
  creation!: PasskeyCreation | null;

  @NonPersonal(ERRORS)
  @Field(() => [UserError], { description: 'Why no passkey can be added.' })
  userErrors!: UserError[];
}

/** What `startPasskeySignIn` answers, the same for everybody. */
@ObjectType({ description: 'What navigator.credentials.get() needs.' })
@NonPersonal('It is the same for everybody: whoever holds a passkey says who they are by it.')
export class PasskeySignInPayload {
  @Field(() => String, { nullable: true, description: 'What the authenticator is to sign (base64url); good once.' })
  challenge!: string | null;

  @Field(() => String, { description: 'The id of the relying party: the host of the shop.' })
  rpId!: string;

  @Field(() => [UserError], { description: 'Why no passkey can be shown.' })
  userErrors!: UserError[];
}

/** What `startTotp` answers. */
@ObjectType({ description: 'What an authenticator app needs.' })
export class TotpSetupPayload {
  @Personal(CREDENTIAL)
  @Field(() => PersonalText, {
    nullable: true,
    description: 'The secret (base32): SHA-1, six digits, thirty seconds (RFC 6238). confirmTotp puts it in force.',
  })
  secret!: unknown;

  @NonPersonal(ERRORS)
  @Field(() => [UserError], { description: 'Why no authenticator app can be set up.' })
  userErrors!: UserError[];
}

/** What `startProof` answers. */
@ObjectType({ description: 'What would prove anew who the customer is.' })
export class ProofPayload {
  @NonPersonal('It names kinds of factors, never one of them.')
  @Field(() => SecondFactorRequest, {
    nullable: true,
    description: 'What would do; null where the account has nothing but mailed codes and a password.',
  })
  secondFactor!: SecondFactorRequest | null;
}
