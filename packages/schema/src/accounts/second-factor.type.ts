import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';

/** By what the second factor of an account can be shown. */
export const SecondFactorMeans = {
  PASSKEY: 'PASSKEY',
  TOTP: 'TOTP',
  RECOVERY_CODE: 'RECOVERY_CODE',
} as const;
export type SecondFactorMeans = (typeof SecondFactorMeans)[keyof typeof SecondFactorMeans];

registerEnumType(SecondFactorMeans, {
  name: 'SecondFactorMeans',
  description: 'By what the second factor of an account can be shown.',
  valuesConfig: {
    PASSKEY: { description: 'A passkey of the account: startPasskeySignIn, then signInByPasskey.' },
    TOTP: { description: 'The six digits that an authenticator app shows (RFC 6238): enterSecondFactor.' },
    RECOVERY_CODE: { description: 'One of the recovery codes: enterSecondFactor.' },
  },
});

/** What is still wanted before somebody is signed in, or has proven anew who they are. */
@ObjectType({ description: 'A second factor that is asked for. Until it is shown nobody is signed in.' })
@NonPersonal('It goes to whoever has shown the first factor, and names kinds of factors, never one of them.')
export class SecondFactorRequest {
  @Field(() => String, {
    description: 'What enterSecondFactor and startPasskeySignIn take; good once, and for five wrong codes.',
  })
  token!: string;

  @Field(() => Int, { description: 'For how many minutes it can be used.' })
  validMinutes!: number;

  @Field(() => [SecondFactorMeans], { description: 'What would do, the most convenient first.' })
  means!: SecondFactorMeans[];
}
