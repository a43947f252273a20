import { dayOf } from '../../platform/clock/clock.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { CONSENT_FIELDS } from './consent.erasure.ts';
import { ConsentRecord } from './consent-record.entity.ts';

const DAY_MS = 86_400_000;

/** The record of a consent is kept as proof for its time after the end (P4.5); one that stands has no end, and goes with the account. */
export function registerConsentRetention(registry: PrivacyRegistry): void {
  const over = (now: Date) => ({
    endedOn: { $lt: dayOf(new Date(now.getTime() - registry.retentionDays.CONSENT * DAY_MS)) },
  });
  registry.registerRetention({
    name: 'consents',
    category: 'CONSENT',
    fields: Object.keys(CONSENT_FIELDS) as (keyof typeof CONSENT_FIELDS)[],
    due: async (em, now, limit) => {
      const records = await em.find(ConsentRecord, over(now), { fields: ['subjectId'], limit });
      return [...new Set(records.map(({ subjectId }) => subjectId))];
    },
    apply: (em, subjectId, now) => em.nativeDelete(ConsentRecord, { subjectId, ...over(now) }),
  });
}
