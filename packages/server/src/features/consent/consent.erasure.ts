import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { ConsentRecord } from './consent-record.entity.ts';
import { SignalObjection } from './signal-objection.entity.ts';

/** The sealed fields of a record and the properties that hold them. */
export const CONSENT_FIELDS = {
  'consent.given': 'given',
  'consent.ended': 'ended',
  'consent.unsubscribeToken': 'unsubscribeToken',
} as const;

const FIELDS = Object.keys(CONSENT_FIELDS) as (keyof typeof CONSENT_FIELDS)[];

/** What somebody agreed to goes with them, and with it the way that the links of mails had to them. */
export function registerConsentErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'consents',
    title: { EN: 'Consents and refusals', DE: 'Einwilligungen und Ablehnungen', ZH: '同意与拒绝记录' },
    entity: 'ConsentRecord',
    fields: FIELDS,
    erase: (em, subjectId) => em.nativeDelete(ConsentRecord, { subjectId }),
  });
  registry.registerErasure({
    name: 'objections of browsers',
    title: { EN: 'Objections of your browser', DE: 'Widersprüche Ihres Browsers', ZH: '浏览器的反对信号' },
    entity: 'SignalObjection',
    fields: [],
    erase: (em, subjectId) => em.nativeDelete(SignalObjection, { subjectId }),
  });
}
