import type { Customer } from './as-customer.ts';
import type { Answer, Personal } from './as-shopper.ts';

/** A decision as the graph answers it. */
interface ShownDecision {
  readonly at: string;
  readonly means: string;
}

/** A consent as the graph answers it. */
export interface ShownConsent {
  readonly purpose: string;
  readonly given: boolean;
  readonly text: { readonly version: number; readonly title: string; readonly text: string };
  readonly records: readonly {
    readonly access: string;
    readonly id: string;
    readonly state: string;
    readonly given: ShownDecision | null;
    readonly text: { readonly version: number; readonly language: string; readonly text: string } | null;
    readonly ended: ShownDecision | null;
    readonly keptUntil: string | null;
  }[];
}

/** What changing consents answers. */
export interface ChangedConsents {
  readonly consents: readonly ShownConsent[];
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const CONSENT = `fragment consent on Consent { purpose given text { version title text }
  records { access id state given { at means } text { version language text } ended { at means } keptUntil } }`;

/** The documents of consents. */
export const CONSENT_DOCUMENTS = {
  consents: `query { me { consents { ...consent } } } ${CONSENT}`,
  set: `mutation ($purpose: ConsentPurpose!, $given: Boolean!, $textVersion: Int!, $language: Language) {
    setConsent(purpose: $purpose, given: $given, textVersion: $textVersion, language: $language) {
      consents { ...consent } userErrors { code path } } } ${CONSENT}`,
  object: `mutation { objectToMarketing { consents { ...consent } userErrors { code path } } } ${CONSENT}`,
  receipt: 'query ($id: ID!) { consentReceipt(id: $id) { access text } }',
  unsubscribe: 'mutation ($token: String!) { unsubscribe(token: $token) { accepted } }',
  signals: 'query { privacySignals { sent mayCollect } }',
} as const;

/** What a customer can agree to, as it stands. */
export async function consentsOf(customer: Customer): Promise<readonly ShownConsent[]> {
  const { data } = await customer.ask<{ me: { consents: ShownConsent[] } | null }>(CONSENT_DOCUMENTS.consents);
  return data?.me?.consents ?? [];
}

/** Gives or withdraws a consent. */
export async function agree(
  { ask }: Pick<Customer, 'ask'>,
  purpose: 'PRODUCT_NEWS' | 'SERVICE_REMINDERS' = 'PRODUCT_NEWS',
  { given = true, textVersion = 1, language = 'EN' } = {},
): Promise<Answer<{ setConsent: ChangedConsents }>> {
  return ask(CONSENT_DOCUMENTS.set, { purpose, given, textVersion, language });
}

/** The receipt of a record, or null. */
export async function receiptOf({ ask }: Pick<Customer, 'ask'>, id: string): Promise<Personal | null> {
  return (
    (await ask<{ consentReceipt: Personal | null }>(CONSENT_DOCUMENTS.receipt, { id })).data?.consentReceipt ?? null
  );
}
