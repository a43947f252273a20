import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { Customer } from './customer.type.ts';
import { SecondFactorRequest } from './second-factor.type.ts';

const ERRORS = 'It names fields of the input, never their values.';

/** What `signUp` and `requestSignInCode` answer, whether the address is known or not (D20). */
@ObjectType({ description: 'A code is on its way, if there is somebody to send it to; the answer is the same if not.' })
@NonPersonal('It is the same for every address.')
export class SignInChallengePayload {
  @Field(() => String, {
    nullable: true,
    description: 'What enterSignInCode takes beside the code; null if the input was refused.',
  })
  challenge!: string | null;

  @Field(() => Int, { nullable: true, description: 'For how many minutes the code can be entered.' })
  validMinutes!: number | null;

  @Field(() => [UserError], { description: 'What is wrong with the input.' })
  userErrors!: UserError[];
}

/** What signing in answers. */
@ObjectType({ description: 'Who is signed in now, or why nobody is.' })
export class SignInPayload {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => Customer, { nullable: true, description: 'Who is signed in; the cookie of the session is set.' })
  customer!: Customer | null;

  @NonPersonal('It names kinds of factors, never one of them.')
  @Field(() => SecondFactorRequest, {
    nullable: true,
    description: 'What is still wanted: the first factor was right, and the account asks for a second.',
  })
  secondFactor!: SecondFactorRequest | null;

  @NonPersonal(ERRORS)
  @Field(() => [UserError], { description: 'Why nobody is signed in.' })
  userErrors!: UserError[];
}

/** What ending sessions answers. */
@ObjectType({ description: 'Who is left signed in.' })
export class SessionsPayload {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => Customer, {
    nullable: true,
    description: 'The customer with the sessions that are left; null after signOut.',
  })
  customer!: Customer | null;

  @NonPersonal(ERRORS)
  @Field(() => [UserError], { description: 'Why nothing was changed.' })
  userErrors!: UserError[];
}
