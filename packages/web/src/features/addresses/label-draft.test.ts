import { expect, it } from 'vitest';
import { checkLabel, draftOfLabel, isSameLabel, labelInput, wholeLabel } from './label-draft.ts';

const text = (value: string) => ({
  __typename: 'PersonalText' as const,
  access: 'REVEALED' as const,
  text: value,
  until: null,
});
const PARTS = {
  __typename: 'AddressParts' as const,
  countryCode: 'DE',
  addressLine1: 'Musterweg 1',
  addressLine2: null,
  dependentLocality: null,
  city: 'Musterhausen',
  administrativeArea: null,
  postalCode: '10115',
};
const LABEL = {
  recipientName: text('Testa Mustermann'),
  phone: text('+493023125417'),
  addressParts: { __typename: 'PersonalAddressParts' as const, access: 'REVEALED' as const, until: null, parts: PARTS },
};
const field = (key: string, required: boolean) => ({
  __typename: 'AddressFormField' as const,
  key,
  required,
  labelKey: key,
  pattern: key === 'postalCode' ? '\\d{5}' : null,
  example: null,
  autocomplete: 'off',
  options: null,
});
const FORM = {
  __typename: 'AddressForm' as const,
  countryCode: 'DE',
  fields: [field('recipientName', true), field('addressLine1', true), field('postalCode', true), field('city', true)],
};

it('A label fills its form, and goes back as the API takes it', () => {
  const draft = draftOfLabel(LABEL) ?? {};
  expect(labelInput(draft, FORM)).toEqual({
    recipientName: 'Testa Mustermann',
    address: { countryCode: 'DE', addressLine1: 'Musterweg 1', city: 'Musterhausen', postalCode: '10115' },
    phone: '+493023125417',
  });
});

it('A label that is hidden fills nothing in', () => {
  const hidden = { __typename: 'PersonalAddressParts' as const, access: 'MASKED' as const, until: null, parts: null };
  expect(draftOfLabel({ ...LABEL, addressParts: hidden })).toBeNull();
});

it('A label takes the place of another as a whole, and is the same as itself whatever spaces there are', () => {
  const draft = draftOfLabel(LABEL) ?? {};
  expect(wholeLabel(draft).addressLine2).toBe('');
  expect(isSameLabel({ ...draft, city: ' Musterhausen ' }, draft)).toBe(true);
  expect(isSameLabel({ ...draft, addressLine2: 'Hinterhaus' }, draft)).toBe(false);
});

it('A phone number may stay empty where it is optional, and is no card number in the wrong place elsewhere', () => {
  const draft = { ...draftOfLabel(LABEL), phone: '' };
  expect(checkLabel(draft, FORM, ['addressLine1', 'postalCode', 'phone'], ['phone'])).toEqual({});
  expect(checkLabel({ ...draft, postalCode: 'x' }, FORM, ['postalCode', 'phone'], [])).toEqual({
    postalCode: { code: 'PATTERN' },
    phone: { code: 'REQUIRED' },
  });
});
