import type { SavedAddressArgs } from '@barrier/schema/addresses/saved-address.args.ts';
import type { SavedAddressesPayload } from '@barrier/schema/addresses/saved-address.result.ts';
import type { AccountContext } from '../accounts/account-context.ts';
import { addressBookError } from './address-book-errors.ts';
import { changeAddressBook } from './change-address-book.ts';

/** Has an address offered first from now on. */
export function setDefaultAddress(
  context: AccountContext,
  { id, language }: SavedAddressArgs,
): Promise<SavedAddressesPayload> {
  return changeAddressBook(context, async ({ saved }) => {
    if (!saved.some((one) => one.id === id)) return addressBookError('ADDRESS_GONE', language, ['id']);
    for (const one of saved) one.isDefault = one.id === id;
    return [];
  });
}
