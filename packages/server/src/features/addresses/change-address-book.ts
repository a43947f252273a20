import type { SavedAddressesPayload } from '@barrier/schema/addresses/saved-address.result.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { CorrectedOrder } from '@barrier/schema/orders/corrected-order.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import type { AccountContext } from '../accounts/account-context.ts';
import { requireSession } from '../accounts/require-session.ts';
import { listSavedAddresses } from './list-saved-addresses.ts';
import { SavedAddress } from './saved-address.entity.ts';

/** A change under way: the addresses as they are, which nobody else changes meanwhile. */
export interface AddressBookChange {
  readonly em: SqlEntityManager;
  readonly subject: ActiveSubject;
  readonly accountId: string;
  /** As they were added. */
  readonly saved: readonly SavedAddress[];
}

/** Changes the address book of the customer in one transaction, and answers it as it is then. */
export async function changeAddressBook(
  context: AccountContext,
  change: (change: AddressBookChange) => Promise<UserError | CorrectedOrder[]>,
): Promise<SavedAddressesPayload> {
  const { core } = context;
  const { accountId, subjectId } = requireSession(context);
  const outcome = await core.stores.main.em.fork().transactional(async (em) => {
    await lockName(sqlIn(em), `saved-address/${accountId}`);
    const subject = await lockActiveSubject(core, em, subjectId);
    const saved = await em.find(SavedAddress, { account: accountId }, { orderBy: { id: 'asc' } });
    return change({ em, subject, accountId, saved });
  });
  return Array.isArray(outcome)
    ? { addresses: await listSavedAddresses(context), orders: outcome, userErrors: [] }
    : refuseAddressBook(context, outcome);
}

/** The address book as it was, with the reason why it stays so. */
export async function refuseAddressBook(
  context: AccountContext,
  ...userErrors: UserError[]
): Promise<SavedAddressesPayload> {
  return { addresses: await listSavedAddresses(context), orders: [], userErrors };
}
