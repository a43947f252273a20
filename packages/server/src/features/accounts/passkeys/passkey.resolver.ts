import {
  LanguageArgs,
  RemovePasskeyArgs,
  RenamePasskeyArgs,
  StartPasskeySignInArgs,
} from '@barrier/schema/accounts/account-security.args.ts';
import {
  AccountSecurityPayload,
  PasskeyCreationPayload,
  PasskeySignInPayload,
} from '@barrier/schema/accounts/account-security.result.ts';
import { AddPasskeyInput, SignInByPasskeyInput } from '@barrier/schema/accounts/passkey.input.ts';
import { SignInPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Arg, Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { AccountContext } from '../account-context.ts';
import { addPasskey } from './add-passkey.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';
import { startPasskeyCreation } from './start-passkey-creation.ts';
import { startPasskeySignIn } from './start-passkey-sign-in.ts';

const MARKED = 'Each field of what it answers is marked.';
const MARKED_INPUT = 'Each of its fields is marked.';

/** Passkeys (WebAuthn): adding, naming and removing them, and signing in by one. */
@Resolver()
export class PasskeyResolver {
  @Mutation(() => PasskeySignInPayload, {
    description: 'What a passkey is to sign, to sign in or as a second factor. Nobody has to say who they are.',
  })
  startPasskeySignIn(
    @Args(() => StartPasskeySignInArgs) args: StartPasskeySignInArgs,
    @Ctx() context: AccountContext,
  ): Promise<PasskeySignInPayload> {
    return startPasskeySignIn(context, args);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SignInPayload, {
    description: 'Signs in by passkey, which counts as both factors; or shows the second factor by it.',
  })
  signInByPasskey(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => SignInByPasskeyInput, { description: 'What the authenticator answered.' })
    input: SignInByPasskeyInput,
    @Ctx() context: AccountContext,
  ): Promise<SignInPayload> {
    return signInByPasskey(context, input);
  }

  @NonPersonal(MARKED)
  @Mutation(() => PasskeyCreationPayload, { description: 'Begins to add a passkey, after a fresh proof.' })
  startPasskeyCreation(
    @Args(() => LanguageArgs) { language }: LanguageArgs,
    @Ctx() context: AccountContext,
  ): Promise<PasskeyCreationPayload> {
    return startPasskeyCreation(context, language);
  }

  @NonPersonal(MARKED)
  @Mutation(() => AccountSecurityPayload, { description: 'Adds the passkey that the authenticator has made.' })
  addPasskey(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => AddPasskeyInput, { description: 'What the authenticator answered, and a name.' })
    input: AddPasskeyInput,
    @Ctx() context: AccountContext,
  ): Promise<AccountSecurityPayload> {
    return addPasskey(context, input);
  }

  @NonPersonal(MARKED)
  @Mutation(() => AccountSecurityPayload, { description: 'Calls a passkey something else.' })
  renamePasskey(
    @Args(() => RenamePasskeyArgs) args: RenamePasskeyArgs,
    @Ctx() context: AccountContext,
  ): Promise<AccountSecurityPayload> {
    return renamePasskey(context, args);
  }

  @NonPersonal(MARKED)
  @Mutation(() => AccountSecurityPayload, {
    description: 'Removes a passkey, after a fresh proof. With the last one no passkey is asked for any more.',
  })
  removePasskey(
    @Args(() => RemovePasskeyArgs) args: RemovePasskeyArgs,
    @Ctx() context: AccountContext,
  ): Promise<AccountSecurityPayload> {
    return removePasskey(context, args);
  }
}
