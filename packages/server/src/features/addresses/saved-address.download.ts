import { countryName } from '../../platform/code-names.ts';
import { heldValue } from '../../privacy/registry/download-registration.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { accountKeptTerms } from '../accounts/account-kept-terms.ts';
import type { Address } from './address-field.ts';
import { formatAddress } from './format-address.ts';
import { SavedAddress } from './saved-address.entity.ts';

/** An address book, for its owner to see and to download. */
export function registerSavedAddressDownload(registry: PrivacyRegistry): void {
  registry.registerDownload({
    name: 'saved-addresses',
    title: { EN: 'Saved address', DE: 'Gespeicherte Adresse', ZH: '已存地址' },
    fields: {
      'savedAddress.recipientName': { label: { EN: 'Recipient', DE: 'Empfänger', ZH: '收件人' } },
      'savedAddress.address': { label: { EN: 'Address', DE: 'Adresse', ZH: '地址' } },
      'savedAddress.phone': { label: { EN: 'Phone number', DE: 'Telefonnummer', ZH: '电话号码' } },
    },
    facts: { country: { label: { EN: 'Country', DE: 'Land', ZH: '国家/地区' }, text: countryName } },
    collect: async (em, subjectId) => {
      const book = await em.find(SavedAddress, { subjectId }, { populate: ['account'], orderBy: { id: 'asc' } });
      return book.map(({ id, account, countryCode, recipientName, address, phone }) => {
        const kept = accountKeptTerms(account, registry);
        return {
          id,
          name: null,
          facts: { country: countryCode },
          values: [
            ...heldValue('savedAddress.recipientName', recipientName, kept),
            ...heldValue('savedAddress.address', address, kept, addressText),
            ...heldValue('savedAddress.phone', phone, kept),
          ],
        };
      });
    },
  });
}

const addressText = (address: Address) => [...formatAddress(address), address.countryCode].join('\n');
