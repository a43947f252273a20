import { Secret, TOTP } from 'otpauth';
import { asCustomer, type Customer, type SignedIn } from './as-customer.ts';
import type { TestShop } from './open-test-shop.ts';
import type { Ceremony, SoftwareAuthenticator } from './software-authenticator.ts';

/** The guards of an account, as the graph shows them. */
export interface ShownSecurity {
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: { readonly text: string };
    readonly credentialId: { readonly text: string };
    readonly lastUsedOn: string | null;
  }[];
  readonly hasTotp: boolean;
  readonly passkeyRequired: boolean;
  readonly recoveryCodesLeft: number;
}

/** What a change to them answers. */
export interface ChangedSecurity {
  readonly security: ShownSecurity | null;
  readonly recoveryCodes: readonly string[] | null;
  readonly userErrors: readonly { readonly code: string }[];
}

/** A second factor that is asked for. */
export interface Wanted {
  readonly token: string;
  readonly means: readonly string[];
}

/** What signing in answers, with the question for the second factor. */
export type Admitted = SignedIn & { readonly secondFactor: Wanted | null };

const ERRORS = 'userErrors { code path }';
const SECURITY =
  'passkeys { id name { text } credentialId { text } lastUsedOn } hasTotp passkeyRequired recoveryCodesLeft';
const CHANGED = `security { ${SECURITY} } recoveryCodes ${ERRORS}`;
const SIGNED_IN = `customer { id } secondFactor { token validMinutes means } ${ERRORS}`;

/** The documents of guarded accounts. */
export const SECURITY_DOCUMENTS = {
  security: `query { accountSecurity { ${SECURITY} } }`,
  startCreation: `mutation { startPasskeyCreation {
    creation { challenge rpId rpName userHandle algorithms known { credentialId { text } } } ${ERRORS} } }`,
  add: `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { ${CHANGED} } }`,
  rename: `mutation ($id: ID!, $name: String!) { renamePasskey(id: $id, name: $name) { ${CHANGED} } }`,
  remove: `mutation ($id: ID!) { removePasskey(id: $id) { ${CHANGED} } }`,
  require: `mutation ($required: Boolean!) { requirePasskey(required: $required) { ${CHANGED} } }`,
  startTotp: `mutation { startTotp { secret { text } ${ERRORS} } }`,
  confirmTotp: `mutation ($code: String!) { confirmTotp(code: $code) { ${CHANGED} } }`,
  removeTotp: `mutation { removeTotp { ${CHANGED} } }`,
  makeCodes: `mutation { makeRecoveryCodes { ${CHANGED} } }`,
  startSignIn: `mutation ($secondFactor: String) { startPasskeySignIn(secondFactor: $secondFactor) { challenge rpId ${ERRORS} } }`,
  signIn: `mutation ($input: SignInByPasskeyInput!) { signInByPasskey(input: $input) { ${SIGNED_IN} } }`,
  byPassword: `mutation ($input: SignInInput!) { signIn(input: $input) { ${SIGNED_IN} } }`,
  byCode: `mutation ($input: EnterSignInCodeInput!) { enterSignInCode(input: $input) { ${SIGNED_IN} } }`,
  enter: `mutation ($input: EnterSecondFactorInput!) { enterSecondFactor(input: $input) { ${SIGNED_IN} } }`,
  startProof: `mutation { startProof { secondFactor { token means } } }`,
} as const;

/** Asks for one field; throws what the graph says against it. */
export async function need<Data>(who: Pick<Customer, 'ask'>, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await who.ask<Record<string, Data>>(query, variables);
  const [first] = Object.values(data ?? {});
  if (first === undefined || errors.length > 0) throw new Error(JSON.stringify(errors));
  return first;
}

/** A browser in which somebody uses an authenticator, an app or recovery codes. */
export function guarded({ shop }: Pick<TestShop, 'shop'>, who: Customer) {
  const origin = shop.config.publicUrl;
  const change = (query: string, variables: object = {}) => need<ChangedSecurity>(who, query, variables);
  return {
    change,
    security: () => need<ShownSecurity | null>(who, SECURITY_DOCUMENTS.security),
    /** Adds a passkey; `wrong` is what the browser or the device does otherwise than it should. */
    addPasskey: async (device: SoftwareAuthenticator, name = 'Key', wrong: Partial<Ceremony> = {}) => {
      const { creation, userErrors } = await need<{
        creation: { challenge: string; rpId: string; userHandle: string } | null;
        userErrors: { code: string }[];
      }>(who, SECURITY_DOCUMENTS.startCreation);
      if (!creation) return { security: null, recoveryCodes: null, userErrors };
      const attestation = device.create({ ...creation, origin, ...wrong });
      return change(SECURITY_DOCUMENTS.add, { input: { attestation, name } });
    },
    /** What a passkey is to sign. */
    challenge: async (secondFactor?: string) => {
      const { challenge, rpId } = await need<{ challenge: string; rpId: string }>(who, SECURITY_DOCUMENTS.startSignIn, {
        secondFactor,
      });
      return { challenge, rpId, origin };
    },
    answer: (assertion: object) => need<Admitted>(who, SECURITY_DOCUMENTS.signIn, { input: { assertion } }),
    signIn: (email: string, password: string) =>
      need<Admitted>(who, SECURITY_DOCUMENTS.byPassword, { input: { email, password } }),
    enter: (token: string, code: object) =>
      need<Admitted>(who, SECURITY_DOCUMENTS.enter, { input: { token, ...code } }),
    /** Sets up an authenticator app; answers its secret and the recovery codes. */
    setUpTotp: async (now: () => Date) => {
      const { secret } = await need<{ secret: { text: string } }>(who, SECURITY_DOCUMENTS.startTotp);
      const { recoveryCodes } = await change(SECURITY_DOCUMENTS.confirmTotp, { code: codeOf(secret.text, now()) });
      return { secret: secret.text, recoveryCodes: recoveryCodes ?? [] };
    },
  };
}

/** The password of everybody here. */
export const PASSWORD = 'seventeen quiet lanterns';

let people = 0;

/** Somebody who is freshly signed in to a new account. */
export async function joinGuarded(test: Pick<TestShop, 'shop'>) {
  people += 1;
  const email = `guarded-${people}@example.org`;
  const browser = asCustomer(test);
  const { id } = await browser.join(email, { password: PASSWORD });
  return { email, id, browser, ...guarded(test, browser) };
}

/** Another browser, in which nobody is signed in. */
export function elsewhereAt(test: Pick<TestShop, 'shop'>) {
  const browser = asCustomer(test);
  return { browser, ...guarded(test, browser) };
}

/** Signs in elsewhere by an authenticator; `wrong` is what the browser or the device does otherwise than it should. */
export async function signInByDevice(
  test: Pick<TestShop, 'shop'>,
  device: SoftwareAuthenticator,
  wrong: Partial<Ceremony> = {},
): Promise<Admitted> {
  const there = elsewhereAt(test);
  const answer = await there.answer(device.get({ ...(await there.challenge()), ...wrong }));
  if (((await there.browser.me()) !== null) !== (answer.customer !== null)) throw new Error('It is signed in or not.');
  return answer;
}

/** What was wrong. */
export function codesOf({ userErrors }: { readonly userErrors: readonly { readonly code: string }[] }): string[] {
  return userErrors.map(({ code }) => code);
}

/** What an authenticator app shows at a moment. */
export function codeOf(secret: string, now: Date): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() });
}
