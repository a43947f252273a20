import type { Category } from '@barrier/schema/privacy/category.ts';

/** What the registry says of one sealed field. */
export interface SealedField {
  /** Permanent; bound into every ciphertext (D21). Never reused, never changed, whatever tables and columns are called. */
  readonly id: number;
  /** The category whose access, mask and retention rules apply. */
  readonly category: Category;
  /** Version of the shape of the value; bound into the ciphertext, raised when the shape changes. */
  readonly version: number;
  /** Coordinates of the `@personal` fields through which the value enters or is answered; at least one must exist (D22). */
  readonly personal: readonly [string, ...string[]];
}

/**
 * The sealed fields and their permanent ids. Append only: a test compares it with the committed list beside it. A name may
 * change with the code; an id, once data is sealed under it, may not.
 */
export const SEALED_FIELDS = {
  'order.email': { id: 1, category: 'EMAIL', version: 1, personal: ['PlaceOrderInput.email', 'Order.email'] },
  'order.recipientName': {
    id: 2,
    category: 'NAME',
    version: 1,
    personal: ['PlaceOrderInput.recipientName', 'Order.recipientName'],
  },
  'order.phone': { id: 3, category: 'PHONE', version: 1, personal: ['PlaceOrderInput.phone', 'Order.phone'] },
  'order.deliveryAddress': {
    id: 4,
    category: 'DELIVERY_ADDRESS',
    version: 1,
    personal: ['AddressInput.addressLine1', 'Order.address'],
  },
  'order.content': { id: 5, category: 'ORDER_RECORD', version: 1, personal: ['Order.lines'] },
  'payment.reference': { id: 6, category: 'PAYMENT_REFERENCE', version: 1, personal: ['Order.paymentReference'] },
  'mail.message': { id: 7, category: 'MESSAGE', version: 1, personal: ['PlaceOrderInput.email'] },
  'account.email': { id: 8, category: 'EMAIL', version: 1, personal: ['SignUpInput.email', 'Customer.email'] },
  'account.name': { id: 9, category: 'NAME', version: 1, personal: ['SignUpInput.name', 'Customer.name'] },
  'account.passwordHash': { id: 10, category: 'CREDENTIAL', version: 1, personal: ['SignUpInput.password'] },
  'session.device': {
    id: 11,
    category: 'CREDENTIAL',
    version: 1,
    personal: ['SignInInput.device', 'AccountSession.device'],
  },
  'consent.given': {
    id: 31,
    category: 'CONSENT',
    version: 1,
    personal: ['Mutation.setConsent(given)', 'Consent.records'],
  },
  'consent.ended': {
    id: 32,
    category: 'CONSENT',
    version: 1,
    personal: ['Mutation.setConsent(given)', 'Consent.records'],
  },
  'consent.unsubscribeToken': { id: 33, category: 'CONSENT', version: 1, personal: ['Mutation.setConsent(given)'] },
  'account.newEmail': { id: 40, category: 'EMAIL', version: 1, personal: ['RequestEmailChangeInput.email'] },
  'savedAddress.recipientName': {
    id: 41,
    category: 'NAME',
    version: 1,
    personal: ['SaveAddressInput.recipientName', 'SavedAddress.recipientName'],
  },
  'savedAddress.address': {
    id: 42,
    category: 'DELIVERY_ADDRESS',
    version: 1,
    personal: ['AddressInput.addressLine1', 'SavedAddress.address'],
  },
  'savedAddress.phone': {
    id: 43,
    category: 'PHONE',
    version: 1,
    personal: ['SaveAddressInput.phone', 'SavedAddress.phone'],
  },
  'passkey.credentialId': {
    id: 50,
    category: 'CREDENTIAL',
    version: 1,
    personal: ['PasskeyAttestationInput.id', 'Passkey.credentialId'],
  },
  'passkey.credential': {
    id: 51,
    category: 'CREDENTIAL',
    version: 1,
    personal: ['PasskeyAttestationInput.attestationObject', 'PasskeyAssertionInput.userHandle'],
  },
  'passkey.name': { id: 52, category: 'CREDENTIAL', version: 1, personal: ['AddPasskeyInput.name', 'Passkey.name'] },
  'totp.secret': { id: 53, category: 'CREDENTIAL', version: 1, personal: ['TotpSetupPayload.secret'] },
  // What the shop hands over to somebody on their request is a message to them, whatever it is about.
  'download.content': { id: 12, category: 'MESSAGE', version: 1, personal: ['HeldValue.message'] },
} as const satisfies Readonly<Record<string, SealedField>>;

/** The categories of which something is stored. */
export const SEALED_CATEGORIES: ReadonlySet<Category> = new Set(
  Object.values(SEALED_FIELDS).map(({ category }) => category),
);

/** The name of a sealed field. */
export type SealedFieldName = keyof typeof SEALED_FIELDS;

/** The registry's entry for a field. */
export function sealedField(name: SealedFieldName): SealedField {
  return SEALED_FIELDS[name];
}
