import type { Consent } from '@barrier/schema/consent/consent.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { requireSession } from '../accounts/require-session.ts';
import type { ConsentContext } from './consent-context.ts';
import { ConsentRecord } from './consent-record.entity.ts';
import { consentText, currentVersion } from './consent-texts.ts';
import { ConsentRecords } from './consent-values.ts';
import { CONSENT_PURPOSES } from './end-consents.ts';

/** All that the customer can agree to, as it stands, with their own decisions. @throws {PublicError} UNAUTHENTICATED for visitors. */
export async function viewConsents(context: ConsentContext, language: Language): Promise<Consent[]> {
  const { core } = context;
  const { subjectId } = requireSession(context);
  const records = await core.stores.main.em.fork().find(ConsentRecord, { subjectId });
  const days = core.registry.retentionDays.CONSENT;
  return CONSENT_PURPOSES.map((purpose) => {
    const own = records.filter((record) => record.purpose === purpose);
    const version = currentVersion(purpose);
    return {
      purpose,
      given: own.some(({ state }) => state === 'GIVEN'),
      text: { version, language, ...consentText(purpose, version, language) },
      records: new ConsentRecords(own, days),
    };
  });
}
