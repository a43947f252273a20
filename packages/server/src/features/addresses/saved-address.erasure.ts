import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import type { SealedFieldName } from '../../privacy/vault/field-registry.ts';
import { SavedAddress } from './saved-address.entity.ts';

/** The sealed fields of a saved address and the properties that hold them. */
export const SAVED_ADDRESS_FIELDS = {
  'savedAddress.recipientName': 'recipientName',
  'savedAddress.address': 'address',
  'savedAddress.phone': 'phone',
} as const satisfies Partial<Record<SealedFieldName, keyof SavedAddress>>;

const FIELDS = Object.keys(SAVED_ADDRESS_FIELDS) as (keyof typeof SAVED_ADDRESS_FIELDS)[];

/** An address book goes with the account's subject. Registered before the accounts. */
export function registerSavedAddressErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'saved addresses',
    title: { EN: 'Saved addresses', DE: 'Gespeicherte Adressen', ZH: '已保存的地址' },
    entity: 'SavedAddress',
    fields: FIELDS,
    erase: (em, subjectId) => em.nativeDelete(SavedAddress, { subjectId }),
  });
}
