import type { AddressFormQuery, AddressInput, PlaceOrderInput, ShippingOptionsQuery } from '../../generated/graphql.ts';
import { holdsCardNumber } from './card-number.ts';

/** The parts of an address that the API takes, besides the country. */
const ADDRESS_KEYS = [
  'addressLine1',
  'addressLine2',
  'dependentLocality',
  'city',
  'administrativeArea',
  'postalCode',
] as const satisfies readonly (keyof AddressInput)[];
export type AddressKey = (typeof ADDRESS_KEYS)[number];

/** Every field of the form. */
export const FIELD_KEYS = [
  'countryCode',
  'recipientName',
  ...ADDRESS_KEYS,
  'email',
  'phone',
  'shippingOptionId',
] as const;
export type FieldKey = (typeof FIELD_KEYS)[number];

/** What a guest has typed so far. */
export type Draft = Readonly<Partial<Record<FieldKey, string>>>;

/** What is wrong with which field: a stable code, or the server's own words. */
export type FieldError = { readonly code: 'REQUIRED' | 'EMAIL' | 'PATTERN' | 'CARD' } | { readonly message: string };
export type FieldErrors = Readonly<Partial<Record<FieldKey, FieldError>>>;

export type AddressForm = NonNullable<AddressFormQuery['addressForm']>;
export type AddressFormField = AddressForm['fields'][number];
export type ShippingOption = ShippingOptionsQuery['shippingOptions'][number];

const isFieldKey = (key: string): key is FieldKey => (FIELD_KEYS as readonly string[]).includes(key);

/** The fields of a country's form that the API takes, in the country's order. */
export function formFields(form: AddressForm): (AddressFormField & { key: FieldKey })[] {
  return form.fields.flatMap((field) => (isFieldKey(field.key) ? [{ ...field, key: field.key }] : []));
}

/** The fields that are asked for, in the order of the page: the phone number only where the carrier needs it (P2.1). */
export function askedFields(form: AddressForm | null, option: ShippingOption | null): FieldKey[] {
  const address = form ? formFields(form).map(({ key }) => key) : [];
  return [
    'countryCode',
    ...address,
    'email',
    'shippingOptionId',
    ...(option?.phoneRequired ? (['phone'] as const) : []),
  ];
}

/** What is wrong with one field. */
export function checkField(draft: Draft, key: FieldKey, form: AddressForm | null): FieldError | null {
  const value = draft[key]?.trim() ?? '';
  const field = form?.fields.find((other) => other.key === key);
  const required = field?.required ?? true;
  if (value === '') return required ? { code: 'REQUIRED' } : null;
  // The server has the last word; this much catches a slip before the form is sent.
  if (key !== 'phone' && holdsCardNumber(value)) return { code: 'CARD' };
  if (key === 'email' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)) return { code: 'EMAIL' };
  if (field?.pattern != null && !new RegExp(`^(?:${field.pattern})$`, 'iu').test(value)) return { code: 'PATTERN' };
  return null;
}

/** What is wrong with all that is asked for. */
export function checkDraft(draft: Draft, form: AddressForm | null, option: ShippingOption | null): FieldErrors {
  const wrong = askedFields(form, option).flatMap((key) => {
    const error = checkField(draft, key, form);
    return error ? [[key, error] as const] : [];
  });
  return Object.fromEntries(wrong);
}

/** The server's errors by field; those that name none are answered apart. */
export function errorsByField(errors: readonly { message: string; path: readonly string[] | null }[]): {
  fields: FieldErrors;
  others: string[];
} {
  const fields: Partial<Record<FieldKey, FieldError>> = {};
  const others: string[] = [];
  for (const { message, path } of errors) {
    const key = path?.at(-1);
    if (key !== undefined && isFieldKey(key)) fields[key] ??= { message };
    else others.push(message);
  }
  return { fields, others };
}

/** The order as the API takes it: only what is asked for, so that a field no longer shown is not sent. */
export function toInput(
  draft: Draft,
  form: AddressForm,
  option: ShippingOption,
  rest: Pick<PlaceOrderInput, 'language' | 'expectedTotal'>,
): PlaceOrderInput {
  const asked = new Set(askedFields(form, option));
  const typed = (key: FieldKey) => (asked.has(key) ? draft[key]?.trim() || null : null);
  const address: Partial<Record<AddressKey, string>> = {};
  for (const key of ADDRESS_KEYS) {
    const value = typed(key);
    if (value !== null) address[key] = value;
  }
  return {
    ...rest,
    email: typed('email') ?? '',
    recipientName: typed('recipientName') ?? '',
    address: { addressLine1: '', ...address, countryCode: form.countryCode },
    phone: typed('phone'),
    shippingOptionId: option.id,
  };
}
