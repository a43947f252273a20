import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { Consent } from './consent.type.ts';

/** What `setConsent` and `objectToMarketing` answer. */
@ObjectType({ description: 'The consents as they are now.' })
export class ConsentsPayload {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => [Consent], { description: 'All that can be agreed to, as it stands now.' })
  consents!: Consent[];

  @NonPersonal('It names fields of the input, never their values.')
  @Field(() => [UserError], { description: 'Why nothing was changed.' })
  userErrors!: UserError[];
}

/** What `unsubscribe` answers, whether the token is known or not (D20). */
@ObjectType({
  description: 'The wish was taken; the answer is the same for a token that is unknown or was used before.',
})
@NonPersonal('It is the same for every token.')
export class UnsubscribePayload {
  @Field(() => Boolean, { description: 'Always true: it is carried out at once, if there is anything to stop.' })
  accepted!: boolean;

  @Field(() => [UserError], { description: 'Always empty.' })
  userErrors!: UserError[];
}
