import type { SavedAddress as SavedAddressType } from '@barrier/schema/addresses/saved-address.type.ts';
import { Account } from '../accounts/account.entity.ts';
import type { AccountContext } from '../accounts/account-context.ts';
import { AccountText, accountKeptUntil } from '../accounts/account-values.ts';
import { SavedAddress } from './saved-address.entity.ts';
import { SavedAddressLabel, SavedAddressParts } from './saved-address-values.ts';

/** The addresses of the customer who is signed in, the default first, then as they were added. */
export async function listSavedAddresses({
  core,
  currentSession,
}: Pick<AccountContext, 'core' | 'currentSession'>): Promise<SavedAddressType[]> {
  const session = currentSession();
  if (!session) return [];
  const em = core.stores.main.em.fork();
  const account = await em.findOne(Account, { id: session.accountId });
  if (!account) return [];
  const saved = await em.find(SavedAddress, { account: account.id }, { orderBy: { isDefault: 'desc', id: 'asc' } });
  const days = core.registry.retentionDays.CREDENTIAL;
  const keptUntil = accountKeptUntil(account, days);
  return saved.map((one) => ({
    id: one.id,
    isDefault: one.isDefault,
    countryCode: one.countryCode,
    recipientName: new AccountText(account, one.recipientName, days),
    address: new SavedAddressLabel(one, keptUntil),
    addressParts: new SavedAddressParts(one, keptUntil),
    phone: new AccountText(account, one.phone, days),
  }));
}
