import { Customer } from '@barrier/schema/accounts/customer.type.ts';
import { SavedAddressArgs } from '@barrier/schema/addresses/saved-address.args.ts';
import { CorrectSavedAddressInput, SaveAddressInput } from '@barrier/schema/addresses/saved-address.input.ts';
import { SavedAddressesPayload } from '@barrier/schema/addresses/saved-address.result.ts';
import { SavedAddress } from '@barrier/schema/addresses/saved-address.type.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import type { AccountContext } from '../accounts/account-context.ts';
import { correctSavedAddress } from './correct-saved-address.ts';
import { listSavedAddresses } from './list-saved-addresses.ts';
import { removeSavedAddress } from './remove-saved-address.ts';
import { saveAddress } from './save-address.ts';
import { setDefaultAddress } from './set-default-address.ts';

const MARKED = 'Each field of what it answers is marked.';
const MARKED_INPUT = 'Each of its fields is marked.';

/** The addresses that customers keep for their next orders (P6.1, P6.2). */
@Resolver(() => Customer)
export class SavedAddressResolver {
  @NonPersonal(MARKED)
  @FieldResolver(() => [SavedAddress], {
    description: 'Their address book, the one that is offered first before the others.',
  })
  addresses(@Ctx() context: AccountContext): Promise<SavedAddress[]> {
    return listSavedAddresses(context);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SavedAddressesPayload, { description: 'Keeps an address for the next orders; 20 at most.' })
  saveAddress(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => SaveAddressInput, { description: 'The address.' })
    input: SaveAddressInput,
    @Ctx() context: AccountContext,
  ): Promise<SavedAddressesPayload> {
    return saveAddress(context, input);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SavedAddressesPayload, {
    description: 'Corrects an address, and with it the orders that go there and are not dispatched yet (P6.2).',
  })
  correctSavedAddress(
    @NonPersonal(MARKED_INPUT)
    @Arg('input', () => CorrectSavedAddressInput, { description: 'Which address, and what is right.' })
    input: CorrectSavedAddressInput,
    @Ctx() context: AccountContext,
  ): Promise<SavedAddressesPayload> {
    return correctSavedAddress(context, input);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SavedAddressesPayload, { description: 'Removes an address; orders that go there keep it.' })
  removeSavedAddress(
    @Args(() => SavedAddressArgs) args: SavedAddressArgs,
    @Ctx() context: AccountContext,
  ): Promise<SavedAddressesPayload> {
    return removeSavedAddress(context, args);
  }

  @NonPersonal(MARKED)
  @Mutation(() => SavedAddressesPayload, { description: 'Has an address offered first from now on.' })
  setDefaultAddress(
    @Args(() => SavedAddressArgs) args: SavedAddressArgs,
    @Ctx() context: AccountContext,
  ): Promise<SavedAddressesPayload> {
    return setDefaultAddress(context, args);
  }
}
