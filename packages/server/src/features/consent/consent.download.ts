import type { Language } from '@barrier/schema/market/market.type.ts';
import { momentText } from '../../platform/day-text.ts';
import { heldValue, inWords, type Words } from '../../privacy/registry/download-registration.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import type { Agreement, Decision } from './consent-record.entity.ts';
import { ConsentRecord } from './consent-record.entity.ts';
import { consentKeptUntil } from './consent-values.ts';

const PURPOSES: Readonly<Record<ConsentRecord['purpose'], Words>> = {
  PRODUCT_NEWS: { EN: 'product news', DE: 'Neuigkeiten zu Produkten', ZH: '产品资讯' },
  SERVICE_REMINDERS: { EN: 'reminders', DE: 'Erinnerungen', ZH: '提醒' },
};

const STATES: Readonly<Record<ConsentRecord['state'], Words>> = {
  GIVEN: { EN: 'given', DE: 'erteilt', ZH: '已同意' },
  WITHDRAWN: { EN: 'withdrawn', DE: 'widerrufen', ZH: '已撤回' },
  REFUSED: { EN: 'refused', DE: 'abgelehnt', ZH: '已拒绝' },
};

const MEANS: Readonly<Record<Decision['means'], Words>> = {
  ACCOUNT_PAGE: { EN: 'in the account', DE: 'im Konto', ZH: '在账户中' },
  UNSUBSCRIBE_LINK: { EN: 'by the link of a mail', DE: 'über den Link einer Mail', ZH: '通过邮件链接' },
  BROWSER_SIGNAL: { EN: "by the browser's signal", DE: 'durch das Signal des Browsers', ZH: '通过浏览器信号' },
};

/** What somebody agreed to or refused, for them to see and to download. The token of a mail's link is of use to others alone. */
export function registerConsentDownload(registry: PrivacyRegistry): void {
  registry.registerDownload({
    name: 'consents',
    title: { EN: 'Consent', DE: 'Einwilligung', ZH: '同意记录' },
    fields: {
      'consent.given': { label: { EN: 'Given', DE: 'Erteilt', ZH: '同意' } },
      'consent.ended': { label: { EN: 'Ended', DE: 'Beendet', ZH: '结束' } },
      'consent.unsubscribeToken': {
        label: { EN: 'What unsubscribes by mail', DE: 'Womit Mails sich abbestellen', ZH: '邮件退订凭据' },
        withheld: 'SECRET',
      },
    },
    facts: {
      purpose: { label: { EN: 'For', DE: 'Wofür', ZH: '用途' }, text: inWords(PURPOSES) },
      state: { label: { EN: 'State', DE: 'Stand', ZH: '状态' }, text: inWords(STATES) },
    },
    collect: async (em, subjectId) => {
      const records = await em.find(ConsentRecord, { subjectId }, { orderBy: { purpose: 'asc', endedOn: 'asc' } });
      return records.map((record) => {
        const { id, purpose, state, given, ended, unsubscribeToken } = record;
        const days = registry.retentionDays.CONSENT;
        const kept = { until: consentKeptUntil(record, days), days, clock: 'CONSENT_WITHDRAWN' } as const;
        return {
          id,
          name: null,
          facts: { purpose, state },
          values: [
            ...heldValue('consent.given', given, kept, agreementText),
            ...heldValue('consent.ended', ended, kept, decisionText),
            ...heldValue('consent.unsubscribeToken', unsubscribeToken, kept, () => ''),
          ],
        };
      });
    },
  });
}

const decisionText = ({ at, means }: Decision, language: Language) =>
  `${momentText(at, language)}, ${MEANS[means][language]}`;

const agreementText = (agreement: Agreement, language: Language) =>
  `${decisionText(agreement, language)} (${agreement.language} ${agreement.version})`;
