import { Customer } from '@barrier/schema/accounts/customer.type.ts';
import { RevokeSessionArgs, SetPasswordArgs } from '@barrier/schema/accounts/sign-in.args.ts';
import {
  EnterSignInCodeInput,
  RequestSignInCodeInput,
  SignInInput,
  SignUpInput,
} from '@barrier/schema/accounts/sign-in.input.ts';
import { SessionsPayload, SignInChallengePayload, SignInPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { AccountContext } from './account-context.ts';
import { enterSignInCode } from './enter-sign-in-code.ts';
import { requestSignInCode } from './request-sign-in-code.ts';
import { revokeOtherSessions, revokeSession } from './revoke-session.ts';
import { setPassword } from './set-password.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signUp } from './sign-up.ts';
import { viewCustomer } from './view-customer.ts';

const MARKED = 'Each field of what it answers is marked.';
const MARKED_INPUT = 'Each of its fields is marked.';

/** Accounts: opening one, signing in and out, and where one is signed in (P1.1, P6.1). */
@Resolver()
export class AccountResolver {
  @NonPersonal(MARKED)
  @Query(() => Customer, { nullable: true, description: 'Who is signed in; null for visitors.' })
  me(@Ctx() context: AccountContext): Promise<Customer | null> {
    return viewCustomer(context);
  }

  @Mutation(() => SignInChallengePayload, {
    description: 'Opens an account: a code is mailed that confirms it. The answer does not tell whether there was one.',
  })
  signUp(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => SignUpInput, { description: 'All that an account needs.' })
    input: SignUpInput,
    @Ctx() context: AccountContext,
  ): Promise<SignInChallengePayload> {
    return signUp(context, input);
  }

  @Mutation(() => SignInChallengePayload, {
    description: 'Mails a code to sign in with. The answer does not tell whether there is such an account.',
  })
  requestSignInCode(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => RequestSignInCodeInput, { description: 'Whom to mail it to.' })
    input: RequestSignInCodeInput,
    @Ctx() context: AccountContext,
  ): Promise<SignInChallengePayload> {
    return requestSignInCode(context, input);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SignInPayload, { description: 'Signs in by a mailed code, and confirms a new account.' })
  enterSignInCode(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => EnterSignInCodeInput, { description: 'The code and what it belongs to.' })
    input: EnterSignInCodeInput,
    @Ctx() context: AccountContext,
  ): Promise<SignInPayload> {
    return enterSignInCode(context, input);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SignInPayload, { description: 'Signs in by address and password.' })
  signIn(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => SignInInput, { description: 'Address and password.' })
    input: SignInInput,
    @Ctx() context: AccountContext,
  ): Promise<SignInPayload> {
    return signIn(context, input);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SessionsPayload, { description: 'Ends the session that asks.' })
  signOut(@Ctx() context: AccountContext): Promise<SessionsPayload> {
    return signOut(context);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SessionsPayload, { description: 'Ends one session.' })
  revokeSession(
    @Args(() => RevokeSessionArgs) { id }: RevokeSessionArgs,
    @Ctx() context: AccountContext,
  ): Promise<SessionsPayload> {
    return revokeSession(context, id);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SessionsPayload, { description: 'Ends all sessions but the one that asks.' })
  revokeOtherSessions(@Ctx() context: AccountContext): Promise<SessionsPayload> {
    return revokeOtherSessions(context);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SessionsPayload, {
    description: 'Sets, changes or takes away the password, after a fresh sign-in; all other sessions end.',
  })
  setPassword(
    @Args(() => SetPasswordArgs) args: SetPasswordArgs,
    @Ctx() context: AccountContext,
  ): Promise<SessionsPayload> {
    return setPassword(context, args);
  }
}
