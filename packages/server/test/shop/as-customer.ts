import { type Answer, asShopper, type Personal, type Shopper } from './as-shopper.ts';
import type { TestShop } from './open-test-shop.ts';
import { readCode } from './read-mailbox.ts';

/** A session as `me` shows it. */
export interface ShownSession {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly device: Personal | null;
  readonly lastUsedAt: string;
}

/** A customer as `me` shows them. */
export interface ShownCustomer {
  readonly id: string;
  readonly email: Personal & { readonly keptUntil: string | null };
  readonly name: Personal | null;
  readonly hasPassword: boolean;
  readonly sessions: readonly ShownSession[];
}

/** What signing in answers, in any of its ways. */
export interface SignedIn {
  readonly customer: ShownCustomer | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

/** What a challenge answers. */
export interface Challenged {
  readonly challenge: string | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

/** Somebody at a browser, signed in or not. */
export interface Customer {
  /** Shops with the same cookies. */
  readonly shopper: Shopper;
  ask<Data>(query: string, variables?: object): Promise<Answer<Data>>;
  signUp(input: object): Promise<Challenged>;
  requestCode(email: string): Promise<Challenged>;
  enterCode(challenge: string, code: string, device?: string): Promise<SignedIn>;
  /** Opens an account and confirms it by the code in the mail. */
  join(email: string, rest?: object): Promise<ShownCustomer>;
  signIn(email: string, password: string, device?: string): Promise<Answer<{ signIn: SignedIn }>>;
  me(): Promise<ShownCustomer | null>;
  /** The cookie of the session, as the browser sends it; empty if there is none. */
  cookie(): string;
}

const CUSTOMER = `fragment customer on Customer { id hasPassword
  email { access text keptUntil } name { access text }
  sessions { id isCurrent lastUsedAt device { access text } } }`;
const ERRORS = 'userErrors { code path }';

/** The documents of these customers. */
export const ACCOUNT_DOCUMENTS = {
  me: `query { me { ...customer } } ${CUSTOMER}`,
  signUp: `mutation ($input: SignUpInput!) { signUp(input: $input) { challenge validMinutes ${ERRORS} } }`,
  requestCode: `mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { challenge validMinutes ${ERRORS} } }`,
  enterCode: `mutation ($input: EnterSignInCodeInput!) { enterSignInCode(input: $input) { customer { ...customer } ${ERRORS} } } ${CUSTOMER}`,
  signIn: `mutation ($input: SignInInput!) { signIn(input: $input) { customer { ...customer } ${ERRORS} } } ${CUSTOMER}`,
  signOut: `mutation { signOut { customer { id } } }`,
  revoke: `mutation ($id: ID!) { revokeSession(id: $id) { customer { ...customer } ${ERRORS} } } ${CUSTOMER}`,
  revokeOthers: `mutation { revokeOtherSessions { customer { ...customer } ${ERRORS} } } ${CUSTOMER}`,
  setPassword: `mutation ($password: String) { setPassword(password: $password) { customer { ...customer } ${ERRORS} } } ${CUSTOMER}`,
} as const;

/** Somebody at a new browser, at the shop's public name. @param cookie what the browser brings along. */
export function asCustomer({ shop }: Pick<TestShop, 'shop'>, cookie = ''): Customer {
  const { publicUrl } = shop.config;
  const jar = new Map<string, string>();
  const keep = (line: string) => {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  };
  if (cookie !== '') keep(cookie);
  const header = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const shopper = asShopper(publicUrl, { cookies: { read: header, keep } });
  const { ask } = shopper;
  const need = async <Data, Key extends keyof Data>(key: Key, query: string, variables: object): Promise<Data[Key]> => {
    const { data, errors } = await ask<Data>(query, variables);
    if (!data || errors.length > 0) throw new Error(`The graph answered ${JSON.stringify(errors)}.`);
    return data[key];
  };
  const self: Customer = {
    shopper,
    ask,
    signUp: (input) => need<{ signUp: Challenged }, 'signUp'>('signUp', ACCOUNT_DOCUMENTS.signUp, { input }),
    requestCode: (email) =>
      need<{ requestSignInCode: Challenged }, 'requestSignInCode'>('requestSignInCode', ACCOUNT_DOCUMENTS.requestCode, {
        input: { email },
      }),
    enterCode: (challenge, code, device) =>
      need<{ enterSignInCode: SignedIn }, 'enterSignInCode'>('enterSignInCode', ACCOUNT_DOCUMENTS.enterCode, {
        input: { challenge, code, device },
      }),
    join: async (email, rest = {}) => {
      const { challenge, userErrors } = await self.signUp({ email, ...rest });
      if (challenge === null) throw new Error(`Refused: ${JSON.stringify(userErrors)}`);
      await shop.jobs.runDue();
      const { customer } = await self.enterCode(challenge, await readCode(publicUrl, email));
      if (!customer) throw new Error('The code was not accepted.');
      return customer;
    },
    signIn: (email, password, device) => ask(ACCOUNT_DOCUMENTS.signIn, { input: { email, password, device } }),
    me: () => need<{ me: ShownCustomer | null }, 'me'>('me', ACCOUNT_DOCUMENTS.me, {}),
    cookie: header,
  };
  return self;
}
