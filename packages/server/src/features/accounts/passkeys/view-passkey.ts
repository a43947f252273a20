import type { Passkey as ShownPasskey } from '@barrier/schema/accounts/account-security.type.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import type { Sealed } from '../../../privacy/vault/sealed.ts';
import type { Account } from '../account.entity.ts';
import { AccountText } from '../account-values.ts';
import type { Passkey } from './passkey.entity.ts';

/** A passkey as the graph answers it to its owner. */
export function viewPasskey(
  { registry }: Pick<PrivacyCore, 'registry'>,
  account: Account,
  passkey: Passkey,
): ShownPasskey {
  const text = (sealed: Sealed<string>) => new AccountText(account, sealed, registry.retentionDays.CREDENTIAL);
  const { id, name, credentialId, createdOn, lastUsedOn } = passkey;
  return { id, name: text(name), credentialId: text(credentialId), createdOn, lastUsedOn: lastUsedOn ?? null };
}
