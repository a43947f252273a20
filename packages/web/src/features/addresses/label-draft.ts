import type { AddressInput, AddressPartsPartsFragment, PersonalTextPartsFragment } from '../../generated/graphql.ts';
import {
  type AddressForm,
  checkField,
  type Draft,
  type FieldErrors,
  type FieldKey,
  formFields,
} from '../checkout/checkout-draft.ts';

/** What stands on a parcel, as far as it is shown. */
interface ShownLabel {
  readonly recipientName: PersonalTextPartsFragment | null;
  readonly phone: PersonalTextPartsFragment | null;
  readonly addressParts: AddressPartsPartsFragment | null;
}

/** A label in the fields of its form; null while it is hidden. */
export function draftOfLabel({ recipientName, phone, addressParts }: ShownLabel): Draft | null {
  const parts = addressParts?.parts;
  if (!parts || recipientName?.text == null) return null;
  const { __typename: _, ...address } = parts;
  const filled = Object.entries(address).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  return {
    ...Object.fromEntries(filled),
    recipientName: recipientName.text,
    ...(phone?.text == null ? {} : { phone: phone.text }),
  };
}

/** The fields of a label, in the order of the page. */
export function labelFields(form: AddressForm | null, more: readonly FieldKey[]): FieldKey[] {
  return ['countryCode', ...(form ? formFields(form).map(({ key }) => key) : []), ...more];
}

/** What is wrong with a label; a phone number may stay empty unless the carrier of an order needs it. */
export function checkLabel(
  draft: Draft,
  form: AddressForm | null,
  fields: readonly FieldKey[],
  optional: readonly FieldKey[],
): FieldErrors {
  const wrong = fields.flatMap((key) => {
    if (optional.includes(key) && (draft[key] ?? '').trim() === '') return [];
    const error = checkField(draft, key, form);
    return error ? [[key, error] as const] : [];
  });
  return Object.fromEntries(wrong);
}

/** A label as the API takes it: only what its country asks for. */
export function labelInput(
  draft: Draft,
  form: AddressForm,
): { readonly recipientName: string; readonly address: AddressInput; readonly phone: string | null } {
  const asked = formFields(form).filter(({ key }) => key !== 'recipientName');
  const address = Object.fromEntries(
    asked.flatMap(({ key }) => {
      const value = draft[key]?.trim() ?? '';
      return value === '' ? [] : [[key, value] as const];
    }),
  );
  return {
    recipientName: draft.recipientName?.trim() ?? '',
    address: { addressLine1: '', ...address, countryCode: form.countryCode },
    phone: draft.phone?.trim() || null,
  };
}

/** The fields of a label that are empty in another one. */
const LABEL_KEYS: readonly FieldKey[] = [
  'countryCode',
  'recipientName',
  'addressLine1',
  'addressLine2',
  'dependentLocality',
  'city',
  'administrativeArea',
  'postalCode',
];

/** A label as it fills in a form that may have held another one: what it has not is emptied, but for the phone number. */
export function wholeLabel(label: Draft): Draft {
  return {
    ...Object.fromEntries(LABEL_KEYS.map((key) => [key, label[key] ?? ''])),
    ...(label.phone ? { phone: label.phone } : {}),
  };
}

/** Whether two labels say the same, the phone number aside. */
export function isSameLabel(one: Draft, other: Draft): boolean {
  return LABEL_KEYS.every((key) => (one[key] ?? '').trim() === (other[key] ?? '').trim());
}
