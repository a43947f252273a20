import { type MailReceiver, partOf } from '../mail/receive-mail.ts';
import type { Answer, Shopper } from '../shop/as-shopper.ts';
import type { TestShop } from '../shop/open-test-shop.ts';
import type { TravellingClock } from '../shop/travelling-clock.ts';

const ORDERS = 'orders { number state fate restrictedSince erasedOn }';
const STANDING = `scope restrictedSince isFresh erasure { state scope requestedAt dueAt waitsFor } ${ORDERS}`;
const MEASURE = `values { category title count } records { name title count } stays { name what because until count }`;
const ERRORS = 'userErrors { code }';

/** The documents of those who use the rights over their data. */
export const RIGHTS = {
  standing: `query ($token: String, $number: String) { rightsStanding(token: $token, number: $number) { ${STANDING} } }`,
  preview: `query ($token: String, $number: String, $language: Language!) {
    erasurePreview(token: $token, number: $number, language: $language) {
      scope windowDays dueAt backupsUntil finalBy ${MEASURE} ${ORDERS} } }`,
  request: `mutation ($input: RequestErasureInput!) { requestErasure(input: $input) {
    receiptToken standing { ${STANDING} } ${ERRORS} } }`,
  cancel: `mutation ($input: RightsInput!) { cancelErasure(input: $input) { standing { ${STANDING} } ${ERRORS} } }`,
  restrict: `mutation ($input: RightsInput!) { restrictProcessing(input: $input) { standing { ${STANDING} } ${ERRORS} } }`,
  lift: `mutation ($input: RightsInput!) { liftRestriction(input: $input) { standing { ${STANDING} } ${ERRORS} } }`,
  receipt: `query ($token: String!, $language: Language!) { erasureReceipt(token: $token, language: $language) {
    state scope statement requestedAt executedAt finalAt isFinal keptUntil ${MEASURE}
    rescan { clean rows keys pseudonyms files withContent found } checkpoint { sequence hash } } }`,
} as const;

export interface ShownStanding {
  readonly scope: string;
  readonly restrictedSince: string | null;
  readonly isFresh: boolean;
  readonly erasure: { readonly state: string; readonly dueAt: string; readonly waitsFor: string[] } | null;
  readonly orders: readonly {
    readonly number: string;
    readonly state: string;
    readonly fate: string;
    readonly restrictedSince: string | null;
    readonly erasedOn: string | null;
  }[];
}

interface Payload {
  readonly receiptToken?: string | null;
  readonly standing: ShownStanding | null;
  readonly userErrors: readonly { readonly code: string }[];
}

interface Counted {
  readonly values: readonly { readonly category: string; readonly title: string; readonly count: number }[];
  readonly records: readonly { readonly name: string; readonly title: string; readonly count: number }[];
  readonly stays: readonly { readonly name: string; readonly what: string; readonly count: number | null }[];
}

export interface ShownPreview extends Counted, Pick<ShownStanding, 'orders' | 'scope'> {
  readonly dueAt: string;
  readonly backupsUntil: string;
  readonly finalBy: string;
}

export interface ShownReceipt extends Counted {
  readonly state: string;
  readonly scope: string;
  readonly statement: string;
  readonly executedAt: string | null;
  readonly finalAt: string | null;
  readonly isFinal: boolean;
  readonly keptUntil: string | null;
  readonly checkpoint: { readonly sequence: number } | null;
  readonly rescan: {
    readonly clean: boolean;
    readonly files: number | null;
    readonly withContent: boolean;
    readonly found: readonly string[];
  } | null;
}

/** Somebody who uses their rights; a guest's proof goes along in the header. */
export function withRights({ ask }: Pick<Shopper, 'ask'>, proof?: string) {
  const send = <Data>(query: string, variables: object): Promise<Answer<Data>> =>
    ask<Data>(query, variables, proof ? { 'order-proof': proof } : {});
  const payload = async (query: string, name: string, input: object): Promise<Payload & { refusal?: string }> => {
    const { data, errors } = await send<Record<string, Payload>>(query, { input });
    const refusal = errors[0]?.extensions.code;
    return { ...(data?.[name] ?? { standing: null, userErrors: [] }), ...(refusal ? { refusal } : {}) };
  };
  return {
    send,
    standing: async (of: object = {}) =>
      (await send<{ rightsStanding: ShownStanding }>(RIGHTS.standing, of)).data?.rightsStanding ?? null,
    preview: async (of: object = {}) =>
      (await send<{ erasurePreview: ShownPreview }>(RIGHTS.preview, { language: 'EN', ...of })).data?.erasurePreview ??
      null,
    request: (input: object = {}) => payload(RIGHTS.request, 'requestErasure', input),
    cancel: (input: object = {}) => payload(RIGHTS.cancel, 'cancelErasure', input),
    restrict: (input: object = {}) => payload(RIGHTS.restrict, 'restrictProcessing', input),
    lift: (input: object = {}) => payload(RIGHTS.lift, 'liftRestriction', input),
    receipt: (token: string, language = 'EN') =>
      send<{ erasureReceipt: ShownReceipt }>(RIGHTS.receipt, { token, language }),
  };
}

/** The texts of the mails that the relay got for an address, newest first. */
export function mailsTo({ received }: MailReceiver, to: string): string[] {
  return received
    .filter((mail) => mail.to.includes(to))
    .map(({ raw }) => partOf(raw, 'text/plain'))
    .reverse();
}

/** The newest code that was mailed to an address. @throws if there is none. */
export function codeIn(relay: MailReceiver, to: string): string {
  for (const text of mailsTo(relay, to)) {
    const code = /^\s*(\d{6})\s*$/m.exec(text)?.[1];
    if (code) return code;
  }
  throw new Error('No code was mailed.');
}

/** Lets time go by, minute by minute, and does what is due, until something holds. @throws after a quarter of an hour. */
export async function letPass(
  { shop }: TestShop,
  clock: TravellingClock,
  holds: () => Promise<boolean>,
): Promise<void> {
  for (let minute = 0; minute < 15; minute += 1) {
    await shop.jobs.runDue();
    if (await holds()) return;
    clock.travel(1);
  }
  throw new Error('A quarter of an hour was not enough.');
}
