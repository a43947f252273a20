import type { SaveAddressInput } from '@barrier/schema/addresses/saved-address.input.ts';
import type { SavedAddressesPayload } from '@barrier/schema/addresses/saved-address.result.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { Account } from '../accounts/account.entity.ts';
import type { AccountContext } from '../accounts/account-context.ts';
import { addressBookError } from './address-book-errors.ts';
import { changeAddressBook, refuseAddressBook } from './change-address-book.ts';
import { checkSavedAddress } from './check-saved-address.ts';
import { SavedAddress } from './saved-address.entity.ts';

/** Most addresses of a customer. */
export const MOST_ADDRESSES = 20;

/** Keeps an address for the customer's next orders (P2.1: only because they say so). */
export async function saveAddress(context: AccountContext, input: SaveAddressInput): Promise<SavedAddressesPayload> {
  const { vault } = context.core;
  const { checked, errors } = checkSavedAddress(input);
  if (!checked) return refuseAddressBook(context, ...errors);
  return changeAddressBook(context, async ({ em, subject, accountId, saved }) => {
    if (saved.length >= MOST_ADDRESSES)
      return addressBookError('ADDRESS_BOOK_FULL', input.language, [], { most: MOST_ADDRESSES });
    const isDefault = input.isDefault || saved.length === 0;
    if (isDefault) for (const other of saved) other.isDefault = false;
    const id = newId();
    const { recipientName, address, phone } = checked;
    em.create(SavedAddress, {
      id,
      account: em.getReference(Account, accountId),
      subjectId: subject.id,
      isDefault,
      countryCode: address.countryCode,
      recipientName: vault.seal(subject, 'savedAddress.recipientName', id, recipientName),
      address: vault.seal(subject, 'savedAddress.address', id, address),
      phone: phone === null ? null : vault.seal(subject, 'savedAddress.phone', id, phone),
    });
    return [];
  });
}
