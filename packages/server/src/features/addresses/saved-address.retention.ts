import { dayOf } from '../../platform/clock/clock.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { SavedAddress } from './saved-address.entity.ts';
import { SAVED_ADDRESS_FIELDS } from './saved-address.erasure.ts';

const DAY_MS = 86_400_000;

/** An address book is kept for as long as its account is used, and goes when that has its time behind it (P4.5). */
export function registerSavedAddressRetention(registry: PrivacyRegistry): void {
  const over = (now: Date) => {
    const before = dayOf(new Date(now.getTime() - registry.retentionDays.CREDENTIAL * DAY_MS));
    return { account: { state: 'ACTIVE' as const, lastUsedOn: { $lt: before } } };
  };
  registry.registerRetention({
    name: 'saved addresses',
    category: 'CREDENTIAL',
    fields: Object.keys(SAVED_ADDRESS_FIELDS) as (keyof typeof SAVED_ADDRESS_FIELDS)[],
    due: async (em, now, limit) => {
      const saved = await em.find(SavedAddress, over(now), { fields: ['subjectId'], limit });
      return [...new Set(saved.map(({ subjectId }) => subjectId))];
    },
    apply: async (em, subjectId, now) => {
      const saved = await em.find(SavedAddress, { subjectId, ...over(now) }, { fields: ['id'] });
      return em.nativeDelete(SavedAddress, { id: { $in: saved.map(({ id }) => id) } });
    },
  });
}
