import type { ConsentPurpose } from '@barrier/schema/consent/consent-vocabulary.ts';
import { CATEGORIES, type Category } from '@barrier/schema/privacy/category.ts';
import { LEGAL_GROUNDS, PURPOSES } from '@barrier/schema/privacy/purpose.ts';
import type { Seller } from '../seller/seller.ts';
import type { Agreement, ConsentRecord, Decision } from './consent-record.entity.ts';
import { consentText } from './consent-texts.ts';

/** What a receipt is made of. */
export interface ReceiptParts {
  readonly record: Pick<ConsentRecord, 'id' | 'purpose'> & { readonly account: { readonly id: string } };
  readonly given: Agreement | null;
  readonly ended: Decision | null;
  readonly seller: Seller;
  readonly publicUrl: string;
  /** For how many days a record is kept after its end. */
  readonly days: number;
  /** Who may receive the data for the purpose, by the agreements in force. */
  readonly processors: readonly string[];
  readonly now: Date;
}

/** Which data a purpose uses. */
const USED: Readonly<Record<ConsentPurpose, readonly Category[]>> = {
  PRODUCT_NEWS: ['EMAIL'],
  SERVICE_REMINDERS: ['EMAIL', 'ORDER_RECORD'],
};

const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
};

const MEANS: Readonly<Record<Decision['means'], string>> = {
  ACCOUNT_PAGE: "A switch on the privacy page of the person's account",
  UNSUBSCRIBE_LINK: 'The link or header to unsubscribe in a mail (RFC 8058)',
  BROWSER_SIGNAL: "A signal of the person's browser (Sec-GPC or DNT)",
};

/**
 * The receipt of a consent record: JSON-LD with the fields of ISO/IEC TS 27560, in the terms that the W3C's profile DPV-27560 has for them. Header,
 * processing, parties and events stand in this order.
 */
export function writeReceipt({ record, given, ended, seller, publicUrl, days, processors, now }: ReceiptParts): object {
  const { id, purpose, account } = record;
  const controller = `${publicUrl}#controller`;
  const language = (given?.language ?? 'EN').toLowerCase();
  const settings = `${publicUrl}/${language}/account/privacy`;
  const { dpv, ground } = PURPOSES[purpose];
  return {
    '@context': CONTEXT,
    '@type': 'dpv:ConsentReceipt',
    'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560',
    'dpv:hasIdentifier': id,
    'dct:created': now.toISOString(),
    'dpv:hasRecordOfActivity': [
      {
        '@id': `urn:uuid:${id}`,
        '@type': 'dpv:ConsentRecord',
        'dct:identifier': id,
        'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#record',
        'dpv:hasDataSubject': { '@id': `urn:uuid:${account.id}`, 'skos:broader': { '@id': 'dpv:Customer' } },
        'dpv:hasDataController': controllerOf(seller, publicUrl, controller),
        'dpv:hasJurisdiction': { '@id': `loc:${seller.country}` },
        'dpv:hasApplicableLaw': { '@id': 'eu-gdpr:GDPR' },
        'dpv:hasLegalBasis': { '@id': LEGAL_GROUNDS[ground].dpv },
        'dpv:hasProcess': {
          '@type': 'dpv:Process',
          'dct:title': PURPOSES[purpose].description,
          'dpv:hasPurpose': { '@id': dpv },
          'dpv:hasProcessing': [{ '@id': 'dpv:Use' }, { '@id': 'dpv:Transmit' }],
          'dpv:hasPersonalData': USED[purpose].map((category) => ({
            'skos:broader': { '@id': CATEGORIES[category].dpv },
            'dct:title': CATEGORIES[category].description,
            'dpv:hasNecessity': { '@id': 'dpv:Optional' },
            'dpv:hasDataSource': { '@id': 'dpv:DataSubjectDataSource' },
          })),
          'dpv:hasRecipient': [
            { '@id': controller },
            ...processors.map((name) => ({ '@type': 'dpv:DataProcessor', 'dpv:hasName': name })),
          ],
          'dpv:hasStorageCondition': [
            {
              '@type': 'dpv:StorageDuration',
              'dct:title': 'For this purpose',
              'dpv:hasDuration': { '@type': 'dpv:UntilEventDuration', 'rdf:value': 'Withdrawal of the consent' },
            },
            {
              '@type': 'dpv:StorageDuration',
              'dct:title': 'This record, as proof, after its end; gone with the account at the latest',
              'dpv:hasDuration': `P${days}D`,
            },
          ],
        },
        ...(given && { 'dpv:hasNotice': noticeOf(purpose, given, settings) }),
        'dpv:hasConsentControl': [
          { '@type': ['dpv:ProvideConsent', 'dpv:WithdrawConsent'], 'dpv:isExercisedAt': settings },
          { '@type': 'dpv:WithdrawConsent', 'dct:description': MEANS.UNSUBSCRIBE_LINK },
        ],
        'dpv:hasRight': [
          right('eu-gdpr:A7-3', 'Right to withdraw consent', settings),
          right('eu-gdpr:A21', 'Right to object', settings),
        ],
        'dpv:hasConsentStatus': [
          ...(given ? [statusOf(given, 'dpv:ConsentGiven')] : []),
          ...(ended ? [statusOf(ended, given ? 'dpv:ConsentWithdrawn' : 'dpv:ConsentRefused')] : []),
        ],
      },
    ],
  };
}

function controllerOf({ name, addressLines, country, email, phone }: Seller, publicUrl: string, id: string): object {
  return {
    '@id': id,
    '@type': 'dpv:DataController',
    'dpv:hasName': name,
    'dpv:hasAddress': [...addressLines, country].join(', '),
    'dpv:hasContact': [email.privacy, ...(phone === null ? [] : [phone]), publicUrl],
  };
}

/** What was read, word for word. */
function noticeOf(purpose: ConsentPurpose, { version, language }: Agreement, shownAt: string): object {
  const { title, text } = consentText(purpose, version, language);
  return {
    '@type': 'dpv:ConsentNotice',
    'dct:identifier': `${purpose}/${version}`,
    'dct:hasVersion': String(version),
    'dct:language': language.toLowerCase(),
    'dct:title': title,
    'dct:description': text,
    'dct:source': shownAt,
  };
}

function right(article: string, title: string, exercisedAt: string): object {
  return { '@type': ['dpv:DataSubjectRight', article], 'dct:title': title, 'dpv:isExercisedAt': exercisedAt };
}

function statusOf({ at, means }: Decision, status: string): object {
  const expressed = status === 'dpv:ConsentGiven' ? ['dpv:ExpressedConsent'] : [];
  return {
    '@type': [status, ...expressed],
    'dpv:isIndicatedBy': { '@id': 'dpv:DataSubject' },
    'dpv:hasIndicationMethod': MEANS[means],
    'dpv:isIndicatedAtTime': at,
  };
}
