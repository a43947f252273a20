import { describe, expect, it } from 'vitest';
import {
  type AddressForm,
  askedFields,
  checkDraft,
  type Draft,
  errorsByField,
  type ShippingOption,
  toInput,
} from './checkout-draft.ts';

const field = (key: string, required = true, pattern: string | null = null) =>
  ({
    __typename: 'AddressFormField',
    key,
    labelKey: key,
    required,
    pattern,
    example: null,
    autocomplete: 'off',
    options: null,
  }) as const;

const germany: AddressForm = {
  __typename: 'AddressForm',
  countryCode: 'DE',
  fields: [
    field('organization', false),
    field('recipientName'),
    field('addressLine1'),
    field('addressLine2', false),
    field('postalCode', true, '\\d{5}'),
    field('city'),
  ],
};

const option = (phoneRequired: boolean): ShippingOption => ({
  __typename: 'ShippingOption',
  id: 'standard',
  title: 'Standard',
  daysMin: 2,
  daysMax: 4,
  phoneRequired,
  price: { __typename: 'Money', amount: 490, currency: 'EUR' },
});

const complete: Draft = {
  countryCode: 'DE',
  recipientName: 'Testa Mustermann',
  addressLine1: 'Beispielweg 1',
  postalCode: '12345',
  city: 'Musterstadt',
  email: 'testa@example.org',
  shippingOptionId: 'standard',
};

describe('The checkout form', () => {
  it.each(['4242 4242 4242 4242', 'c/o 5555-5555-5555-4444, 2nd floor', '378282246310005', '6205500000000000004'])(
    'finds the number of a card in a line at once, beside what else is wrong: %s',
    (addressLine1) => {
      const wrong = checkDraft({ ...complete, addressLine1, postalCode: '12' }, germany, option(false));
      expect(wrong).toEqual({ addressLine1: { code: 'CARD' }, postalCode: { code: 'PATTERN' } });
    },
  );

  it.each(['4242 4242 4242 4243', '4006381333931', '00340434161094000001', 'Packstation 123, Postnummer 1234567890'])(
    'lets other numbers pass: %s',
    (addressLine1) => {
      expect(checkDraft({ ...complete, addressLine1 }, germany, option(false))).toEqual({});
    },
  );

  it('asks for what the country writes, in its order, and never for what the API does not take', () => {
    expect(askedFields(germany, option(false))).toEqual([
      'countryCode',
      'recipientName',
      'addressLine1',
      'addressLine2',
      'postalCode',
      'city',
      'email',
      'shippingOptionId',
    ]);
  });

  it('asks for a phone number only where the carrier needs one', () => {
    expect(askedFields(germany, option(false))).not.toContain('phone');
    expect(checkDraft(complete, germany, option(true))).toEqual({ phone: { code: 'REQUIRED' } });
    expect(checkDraft(complete, germany, option(false))).toEqual({});
  });

  it('says what is missing and what cannot be right', () => {
    expect(
      checkDraft({ ...complete, city: ' ', postalCode: '1234', email: 'testa@example' }, germany, option(false)),
    ).toEqual({
      city: { code: 'REQUIRED' },
      postalCode: { code: 'PATTERN' },
      email: { code: 'EMAIL' },
    });
  });

  it('sends what was typed without the space around it, and nothing that is not asked for', () => {
    const typed = { ...complete, city: ' Musterstadt ', phone: '+49 30 123456', administrativeArea: 'Berlin' };
    expect(toInput(typed, germany, option(false), { language: 'DE', expectedTotal: 4290 })).toEqual({
      email: 'testa@example.org',
      recipientName: 'Testa Mustermann',
      address: { countryCode: 'DE', addressLine1: 'Beispielweg 1', postalCode: '12345', city: 'Musterstadt' },
      phone: null,
      shippingOptionId: 'standard',
      language: 'DE',
      expectedTotal: 4290,
    });
  });

  it("puts the server's errors beside their fields, by the last part of their path", () => {
    const errors = [
      { message: 'Check the postal code.', path: ['input', 'address', 'postalCode'] },
      { message: 'The price has changed.', path: ['input', 'expectedTotal'] },
      { message: 'The cart is empty.', path: null },
    ];
    expect(errorsByField(errors)).toEqual({
      fields: { postalCode: { message: 'Check the postal code.' } },
      others: ['The price has changed.', 'The cart is empty.'],
    });
  });
});
