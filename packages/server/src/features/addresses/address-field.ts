/** The parts of a postal address, in libaddressinput's sense; which of them a country has, its rules say. */
export const ADDRESS_FIELD_KEYS = [
  'recipientName',
  'organization',
  'addressLine1',
  'addressLine2',
  'dependentLocality',
  'city',
  'administrativeArea',
  'postalCode',
  'sortingCode',
] as const;
export type AddressFieldKey = (typeof ADDRESS_FIELD_KEYS)[number];

/** What a customer entered, before anything is known about it. */
export type AddressInput = { countryCode: string } & { [Key in AddressFieldKey]?: string | null };

/** An address as stored: trimmed, NFC, codes in capitals, empty parts absent. */
export type Address = { countryCode: string } & { [Key in AddressFieldKey]?: string };

/** The letters by which the rules' format strings name the parts; `A` is the street, our two lines. */
export const FIELDS_BY_TOKEN: Readonly<Record<string, readonly AddressFieldKey[]>> = {
  N: ['recipientName'],
  O: ['organization'],
  A: ['addressLine1', 'addressLine2'],
  D: ['dependentLocality'],
  C: ['city'],
  S: ['administrativeArea'],
  Z: ['postalCode'],
  X: ['sortingCode'],
};

/** Longest accepted value per part, in code points; generous beside what a label holds (35 to 50 a line). */
export const MAX_LENGTHS: Readonly<Record<AddressFieldKey, number>> = {
  recipientName: 70,
  organization: 70,
  addressLine1: 100,
  addressLine2: 100,
  dependentLocality: 70,
  city: 70,
  administrativeArea: 70,
  postalCode: 16,
  sortingCode: 16,
};

/** Stable codes of what can be wrong with an address or a phone number. */
export const AddressErrorCode = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_CHARACTERS: 'INVALID_CHARACTERS',
  NOT_USED: 'NOT_USED',
  UNSUPPORTED_COUNTRY: 'UNSUPPORTED_COUNTRY',
  INVALID_STATE: 'INVALID_STATE',
  INVALID_POSTAL_CODE: 'INVALID_POSTAL_CODE',
  POSTAL_CODE_STATE_MISMATCH: 'POSTAL_CODE_STATE_MISMATCH',
  INVALID_PHONE: 'INVALID_PHONE',
} as const;
export type AddressErrorCode = (typeof AddressErrorCode)[keyof typeof AddressErrorCode];

/** What is wrong with one part of the input; the message never holds the value. */
export interface AddressError {
  path: readonly [AddressFieldKey | 'countryCode' | 'phone'];
  code: AddressErrorCode;
  message: string;
}
