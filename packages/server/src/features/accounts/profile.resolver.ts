import {
  ConfirmEmailChangeInput,
  RequestEmailChangeInput,
  UpdateProfileInput,
} from '@barrier/schema/accounts/profile.input.ts';
import { ProfilePayload, RequestEmailChangePayload } from '@barrier/schema/accounts/profile.result.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { AccountContext } from './account-context.ts';
import { confirmEmailChange, type EmailChangeContext } from './confirm-email-change.ts';
import { requestEmailChange } from './request-email-change.ts';
import { updateProfile } from './update-profile.ts';

const MARKED = 'Each field of what it answers is marked.';
const MARKED_INPUT = 'Each of its fields is marked.';

/** What customers change about themselves, at once and also on orders that are not dispatched yet (P6.1, P6.2). */
@Resolver()
export class ProfileResolver {
  @NonPersonal(MARKED)
  @Mutation(() => ProfilePayload, { description: 'Changes the name and the language of the customer (P6.2).' })
  updateProfile(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => UpdateProfileInput, { description: 'What is to be changed.' })
    input: UpdateProfileInput,
    @Ctx() context: AccountContext,
  ): Promise<ProfilePayload> {
    return updateProfile(context, input);
  }

  @Mutation(() => RequestEmailChangePayload, {
    description:
      'Mails a code to the address that the customer wants to have, after a fresh sign-in. The answer does not tell whether it has an account.',
  })
  requestEmailChange(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => RequestEmailChangeInput, { description: 'The new address.' })
    input: RequestEmailChangeInput,
    @Ctx() context: AccountContext,
  ): Promise<RequestEmailChangePayload> {
    return requestEmailChange(context, input);
  }

  @NonPersonal(MARKED)
  @Mutation(() => ProfilePayload, {
    description: 'Gives the account the new address, by the code that was mailed there; all other sessions end (P6.2).',
  })
  confirmEmailChange(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => ConfirmEmailChangeInput, { description: 'The code.' })
    input: ConfirmEmailChangeInput,
    @Ctx() context: EmailChangeContext,
  ): Promise<ProfilePayload> {
    return confirmEmailChange(context, input);
  }
}
