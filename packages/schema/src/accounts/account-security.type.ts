import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { PersonalText } from '../privacy/personal-value.type.ts';

/** What stands guard over an account. */
export const CREDENTIAL = { category: 'CREDENTIAL', purposes: ['SECURITY'] } as const;

/** A passkey of an account. */
@ObjectType({ description: 'A passkey that opens the account.' })
export class Passkey {
  @NonPersonal('A random id, good for naming and removing the passkey and nothing else.')
  @Field(() => ID, { description: 'What renamePasskey and removePasskey take.' })
  id!: string;

  @Personal(CREDENTIAL)
  @Field(() => PersonalText, { nullable: true, description: 'What its owner calls it.' })
  name!: unknown;

  @Personal(CREDENTIAL)
  @Field(() => PersonalText, {
    nullable: true,
    description: 'The id by which devices know it (base64url), so that one that has it makes no second.',
  })
  credentialId!: unknown;

  @NonPersonal('A day, shown to its owner alone, to tell passkeys apart.')
  @Field(() => String, { description: 'The day on which it was added (ISO 8601 date).' })
  createdOn!: string;

  @NonPersonal('A day, shown to its owner alone, to tell passkeys apart.')
  @Field(() => String, { nullable: true, description: 'The day on which it was last used (ISO 8601 date).' })
  lastUsedOn!: string | null;
}

/** How an account is guarded. */
@ObjectType({ description: 'How the account is guarded: passkeys, second factor and recovery codes.' })
export class AccountSecurity {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => [Passkey], { description: 'The passkeys, the newest first.' })
  passkeys!: Passkey[];

  @NonPersonal('It says that an authenticator app is set up, and nothing of it.')
  @Field(() => Boolean, { description: 'Whether the codes of an authenticator app are asked for.' })
  hasTotp!: boolean;

  @NonPersonal('It says how one signs in, not who.')
  @Field(() => Boolean, { description: 'Whether a passkey is asked for after a password or a mailed code.' })
  passkeyRequired!: boolean;

  @NonPersonal('A number from none to ten.')
  @Field(() => Int, { description: 'How many recovery codes have not been used yet.' })
  recoveryCodesLeft!: number;
}
