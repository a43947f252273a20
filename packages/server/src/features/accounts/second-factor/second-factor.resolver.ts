import { ConfirmTotpArgs, LanguageArgs, RequirePasskeyArgs } from '@barrier/schema/accounts/account-security.args.ts';
import {
  AccountSecurityPayload,
  ProofPayload,
  TotpSetupPayload,
} from '@barrier/schema/accounts/account-security.result.ts';
import { AccountSecurity } from '@barrier/schema/accounts/account-security.type.ts';
import { EnterSecondFactorInput } from '@barrier/schema/accounts/second-factor.input.ts';
import { SignInPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { AccountContext } from '../account-context.ts';
import { confirmTotp } from './confirm-totp.ts';
import { enterSecondFactor } from './enter-second-factor.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { removeTotp } from './remove-totp.ts';
import { requirePasskey } from './require-passkey.ts';
import { startProof } from './start-proof.ts';
import { startTotp } from './start-totp.ts';
import { viewSecurity } from './view-security.ts';

const MARKED = 'Each field of what it answers is marked.';

/** The second factor of an account: authenticator app, recovery codes, and what they are asked for. */
@Resolver()
export class SecondFactorResolver {
  @NonPersonal(MARKED)
  @Query(() => AccountSecurity, { nullable: true, description: 'How the account is guarded; null for visitors.' })
  accountSecurity(@Ctx() context: AccountContext): Promise<AccountSecurity | null> {
    return viewSecurity(context);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SignInPayload, {
    description: 'Shows the second factor by a code, to be signed in or to prove anew who one is.',
  })
  enterSecondFactor(
    @NonPersonal('Each of its fields is marked.')
    @Arg('input', () => EnterSecondFactorInput, { description: 'The code and what it belongs to.' })
    input: EnterSecondFactorInput,
    @Ctx() context: AccountContext,
  ): Promise<SignInPayload> {
    return enterSecondFactor(context, input);
  }

  @NonPersonal(MARKED)
  @Mutation(() => ProofPayload, {
    description: 'Asks for a passkey or a code, for what needs a fresh proof; signing in anew is one as well.',
  })
  startProof(@Ctx() context: AccountContext): Promise<ProofPayload> {
    return startProof(context);
  }

  @NonPersonal(MARKED)
  @Mutation(() => TotpSetupPayload, {
    description: 'Begins to set up an authenticator app, after a fresh proof.',
  })
  startTotp(
    @Args(() => LanguageArgs) { language }: LanguageArgs,
    @Ctx() context: AccountContext,
  ): Promise<TotpSetupPayload> {
    return startTotp(context, language);
  }

  @NonPersonal(MARKED)
  @Mutation(() => AccountSecurityPayload, {
    description: 'Puts the authenticator app in force by its first code. Recovery codes come with it.',
  })
  confirmTotp(
    @Args(() => ConfirmTotpArgs) args: ConfirmTotpArgs,
    @Ctx() context: AccountContext,
  ): Promise<AccountSecurityPayload> {
    return confirmTotp(context, args);
  }

  @NonPersonal(MARKED)
  @Mutation(() => AccountSecurityPayload, { description: 'Removes the authenticator app, after a fresh proof.' })
  removeTotp(
    @Args(() => LanguageArgs) { language }: LanguageArgs,
    @Ctx() context: AccountContext,
  ): Promise<AccountSecurityPayload> {
    return removeTotp(context, language);
  }

  @NonPersonal(MARKED)
  @Mutation(() => AccountSecurityPayload, {
    description: 'Has a passkey asked for after a password or a mailed code, or no longer, after a fresh proof.',
  })
  requirePasskey(
    @Args(() => RequirePasskeyArgs) args: RequirePasskeyArgs,
    @Ctx() context: AccountContext,
  ): Promise<AccountSecurityPayload> {
    return requirePasskey(context, args);
  }

  @NonPersonal(MARKED)
  @Mutation(() => AccountSecurityPayload, {
    description: 'Makes ten new recovery codes, after a fresh proof; the old ones are good no more.',
  })
  makeRecoveryCodes(
    @Args(() => LanguageArgs) { language }: LanguageArgs,
    @Ctx() context: AccountContext,
  ): Promise<AccountSecurityPayload> {
    return makeRecoveryCodes(context, language);
  }
}
