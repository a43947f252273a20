import type { CorrectSavedAddressInput } from '@barrier/schema/addresses/saved-address.input.ts';
import type { SavedAddressesPayload } from '@barrier/schema/addresses/saved-address.result.ts';
import { validate } from 'uuid';
import { cleanTraces } from '../../privacy/traces/clean-traces.ts';
import type { AccountContext } from '../accounts/account-context.ts';
import { openOwnValues } from '../accounts/open-own-values.ts';
import { requireSession } from '../accounts/require-session.ts';
import { correctOpenOrders } from '../orders/correct-open-orders.ts';
import { findOpenOrders, type Label, type OpenOrder } from '../orders/find-open-orders.ts';
import { addressBookError } from './address-book-errors.ts';
import { changeAddressBook, refuseAddressBook } from './change-address-book.ts';
import { checkSavedAddress } from './check-saved-address.ts';
import { SavedAddress } from './saved-address.entity.ts';

/**
 * Corrects an address of the address book as a whole. What was wrong is overwritten, here and, unless the customer wants otherwise, in the
 * same transaction on the orders that go there and are not dispatched yet (P6.2); the answer says which those were, and which stay.
 */
export async function correctSavedAddress(
  context: AccountContext,
  input: CorrectSavedAddressInput,
): Promise<SavedAddressesPayload> {
  const { core } = context;
  const { accountId } = requireSession(context);
  const gone = () => addressBookError('ADDRESS_GONE', input.language, ['id']);
  const { checked, errors } = checkSavedAddress(input);
  if (!checked) return refuseAddressBook(context, ...errors);
  // PostgreSQL takes nothing else for the id of a row.
  const before = validate(input.id)
    ? await core.stores.main.em.fork().findOne(SavedAddress, { id: input.id, account: accountId })
    : null;
  if (!before) return refuseAddressBook(context, gone());
  const open = input.correctOrders ? await findOrdersTo(context, before, checked) : [];
  return changeAddressBook(context, async ({ em, subject, saved }) => {
    const one = saved.find(({ id }) => id === before.id);
    if (!one) return gone();
    const { recipientName, address, phone } = checked;
    one.countryCode = address.countryCode;
    one.recipientName = core.vault.seal(subject, 'savedAddress.recipientName', one.id, recipientName);
    one.address = core.vault.seal(subject, 'savedAddress.address', one.id, address);
    one.phone = phone === null ? null : core.vault.seal(subject, 'savedAddress.phone', one.id, phone);
    const orders = await correctOpenOrders(core, em, open);
    await em.flush();
    await cleanTraces(core, em);
    return orders;
  });
}

async function findOrdersTo(
  context: AccountContext,
  { subjectId, recipientName, address, phone }: SavedAddress,
  after: Label,
): Promise<readonly OpenOrder[]> {
  const before = await openOwnValues(context, subjectId, {
    recipientName: { sealed: recipientName, category: 'NAME', coordinate: 'SavedAddress.recipientName' },
    address: { sealed: address, category: 'DELIVERY_ADDRESS', coordinate: 'SavedAddress.addressParts' },
  });
  const number = phone
    ? await openOwnValues(context, subjectId, {
        phone: { sealed: phone, category: 'PHONE', coordinate: 'SavedAddress.phone' },
      })
    : { phone: null };
  return findOpenOrders(context, { kind: 'LABEL', value: { before: { ...before, ...number }, after } });
}
