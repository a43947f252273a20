import { newId } from '../../platform/tokens/new-id.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Account } from '../accounts/account.entity.ts';
import { checkSavedAddress } from './check-saved-address.ts';
import { SavedAddress } from './saved-address.entity.ts';

/** A canary keeps an address as anybody (decision 015), through door In. Registered after its account. */
export function registerSavedAddressCanary({ canary, registry, vault }: PrivacyCore): void {
  registry.registerCanary({
    name: 'saved addresses',
    plant: async (em, subject) => {
      const place = canary.word('savedAddress.address');
      const { checked, errors } = checkSavedAddress({
        recipientName: `Kanaria ${canary.word('savedAddress.recipientName')}`,
        address: { countryCode: 'DE', addressLine1: `${place}weg 3`, postalCode: '10115', city: `${place}hausen` },
        phone: canary.phone,
        language: 'DE',
      });
      if (!checked) throw new Error(`Door In refuses the canary: ${errors.map(({ code }) => code).join(', ')}.`);
      await em.flush();
      const account = await em.findOneOrFail(Account, { subjectId: subject.id });
      const id = newId();
      const { recipientName, address, phone } = checked;
      em.create(SavedAddress, {
        id,
        account,
        subjectId: subject.id,
        isDefault: true,
        countryCode: address.countryCode,
        recipientName: vault.seal(subject, 'savedAddress.recipientName', id, recipientName),
        address: vault.seal(subject, 'savedAddress.address', id, address),
        phone: phone === null ? null : vault.seal(subject, 'savedAddress.phone', id, phone),
      });
    },
  });
}
