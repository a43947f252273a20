import type { SavedAddressArgs } from '@barrier/schema/addresses/saved-address.args.ts';
import type { SavedAddressesPayload } from '@barrier/schema/addresses/saved-address.result.ts';
import { cleanTraces } from '../../privacy/traces/clean-traces.ts';
import type { AccountContext } from '../accounts/account-context.ts';
import { changeAddressBook } from './change-address-book.ts';
import { SavedAddress } from './saved-address.entity.ts';

/**
 * Removes an address. It is gone at once: who wants it back saves it again, from the screen that still shows it. One that is not there, or
 * is somebody else's, changes nothing and is answered alike.
 */
export function removeSavedAddress(
  context: AccountContext,
  { id }: Pick<SavedAddressArgs, 'id'>,
): Promise<SavedAddressesPayload> {
  return changeAddressBook(context, async ({ em, saved }) => {
    const gone = saved.find((one) => one.id === id);
    if (!gone) return [];
    await em.nativeDelete(SavedAddress, { id: gone.id });
    em.clear();
    const heir = gone.isDefault ? saved.find((one) => one !== gone) : undefined;
    if (heir) await em.nativeUpdate(SavedAddress, { id: heir.id }, { isDefault: true });
    await cleanTraces(context.core, em);
    return [];
  });
}
