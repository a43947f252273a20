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

/** An address book goes with the account's subject, and all of it is part of the download. Registered before the accounts. */
export function registerSavedAddressErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'saved addresses',
    entity: 'SavedAddress',
    fields: FIELDS,
    erase: (em, subjectId) => em.nativeDelete(SavedAddress, { subjectId }),
  });
  registry.registerDownload({
    name: 'saved addresses',
    fields: FIELDS,
    collect: async (em, subjectId) => {
      const addresses = await em.find(SavedAddress, { subjectId }, { orderBy: { id: 'asc' } });
      return addresses.flatMap((saved) =>
        FIELDS.flatMap((field) => {
          const sealed = saved[SAVED_ADDRESS_FIELDS[field]];
          return sealed ? [{ field, sealed }] : [];
        }),
      );
    },
  });
}
