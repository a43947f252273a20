import { Field, InputType } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { CREDENTIAL } from './account-security.type.ts';

const LANGUAGE = 'One of three languages says nothing about a person.';
const SIGNED = 'Signed for one use, and worth nothing afterwards.';

/** What an authenticator answers when it has made a passkey. */
@InputType({ description: 'What navigator.credentials.create() answers; bytes are base64url.' })
export class PasskeyAttestationInput {
  @Personal(CREDENTIAL)
  @Field(() => String, { description: 'The id of the credential.' })
  id!: string;

  @NonPersonal(SIGNED)
  @Field(() => String, { description: 'What the browser signed or had signed.' })
  clientDataJSON!: string;

  @Personal(CREDENTIAL)
  @Field(() => String, { description: 'The new public key, in the frame of an attestation of the format none.' })
  attestationObject!: string;
}

/** A passkey to be added. */
@InputType({ description: 'A passkey to be added to the account.' })
export class AddPasskeyInput {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => PasskeyAttestationInput, { description: 'What the authenticator answered.' })
  attestation!: PasskeyAttestationInput;

  @Personal(CREDENTIAL)
  @Field(() => String, { description: 'What to call it, to tell it from others; 80 characters at most.' })
  name!: string;

  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** What an authenticator answers when it signs in. */
@InputType({ description: 'What navigator.credentials.get() answers; bytes are base64url.' })
export class PasskeyAssertionInput {
  @Personal(CREDENTIAL)
  @Field(() => String, { description: 'The id of the credential.' })
  id!: string;

  @NonPersonal(SIGNED)
  @Field(() => String, { description: 'What the browser signed or had signed.' })
  clientDataJSON!: string;

  @NonPersonal(SIGNED)
  @Field(() => String, { description: 'What the authenticator says of itself.' })
  authenticatorData!: string;

  @NonPersonal(SIGNED)
  @Field(() => String, { description: 'The signature over both.' })
  signature!: string;

  @Personal(CREDENTIAL)
  @Field(() => String, { nullable: true, description: 'The handle under which the authenticator keeps the account.' })
  userHandle?: string | null;
}

/** Signing in by passkey. */
@InputType({ description: 'Signing in by passkey; no address is needed.' })
export class SignInByPasskeyInput {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => PasskeyAssertionInput, { description: 'What the authenticator answered.' })
  assertion!: PasskeyAssertionInput;

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
