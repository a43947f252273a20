import { Field, ObjectType } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';

/** What the caller can mend: a code for programs, a message for people, and the place in the input. Never the value. */
@ObjectType({ description: 'Something in the input that the caller can mend.' })
@NonPersonal('It names fields of the input, never their values.')
export class UserError {
  @Field(() => String, { description: 'A stable code, such as REQUIRED or OUT_OF_STOCK.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong and what to do, in the language of the request.' })
  message!: string;

  @Field(() => [String], { description: 'Where in the input, such as ["address", "postalCode"].' })
  path!: string[];
}
