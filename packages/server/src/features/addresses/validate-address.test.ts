import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AddressInput } from './address-field.ts';
import { ADDRESS_COUNTRIES, rulesOf } from './address-rules.ts';
import { validateAddress } from './validate-address.ts';

const someone = (countryCode: string, parts: Omit<AddressInput, 'countryCode'> = {}): AddressInput => ({
  countryCode,
  recipientName: 'Testa Mustermann',
  addressLine1: '1 Example Street',
  ...parts,
});
const berlin = (parts: Omit<AddressInput, 'countryCode'> = {}) =>
  someone('DE', { addressLine1: 'Beispielweg 7', city: 'Berlin', postalCode: '10115', ...parts });
const codesOf = (input: AddressInput) => validateAddress(input).errors.map(({ path, code }) => `${path[0]}: ${code}`);

describe('validateAddress', () => {
  it('knows the members of the EU and the other countries that the shop writes to', () => {
    const countries =
      'AT AU BE BG CA CH CN CY CZ DE DK EE ES FI FR GB GR HR HU IE IT JP LT LU LV MT NL NO PL PT RO SE SI SK US';
    expect([...ADDRESS_COUNTRIES].sort()).toEqual(countries.split(' '));
  });

  it('accepts a complete address of every country and each postal code that the rules name as an example', () => {
    for (const country of ADDRESS_COUNTRIES) {
      const rules = rulesOf(country);
      for (const postalCode of rules?.postalCode?.examples ?? []) {
        const state =
          rules?.subdivisions.find((each) => each.postalCodePrefix?.test(postalCode)) ?? rules?.subdivisions[0];
        const city = country === 'JP' ? undefined : 'Exampleton';
        const { address, errors } = validateAddress(
          someone(country, { city, postalCode, administrativeArea: state?.key }),
        );
        expect(errors, `${country} ${postalCode}`).toEqual([]);
        expect(address.postalCode).toBe(postalCode);
      }
    }
  });

  it('trims, composes accents, joins runs of spaces and drops what is empty', () => {
    const { address, errors } = validateAddress(
      berlin({
        recipientName: ' \tZoe\u0308  Mustermann\u200b\n',
        organization: '  ',
        addressLine2: null,
        city: '\u3000Köln ',
      }),
    );
    expect(errors).toEqual([]);
    expect(address).toEqual({
      countryCode: 'DE',
      recipientName: 'Zoë Mustermann',
      addressLine1: 'Beispielweg 7',
      city: 'Köln',
      postalCode: '10115',
    });
  });

  it.each([
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'm2 5bq', 'M2 5BQ'],
    ['CA', 'k1a0b1', 'K1A 0B1'],
    ['NL', '1234ab', '1234 AB'],
    ['PL', '00950', '00-950'],
    ['PT', '2725079', '2725-079'],
    ['JP', '１５４００２３', '154-0023'],
    ['LV', '1073', 'LV-1073'],
    ['LV', 'lv 1073', 'LV-1073'],
    ['LT', 'LT-04340', '04340'],
    ['CH', 'CH-8001', '8001'],
    ['LU', 'L-4750', '4750'],
    ['IE', 'a65f4e2', 'A65 F4E2'],
    ['US', '221621010', '22162-1010'],
    ['MT', 'vct1753', 'VCT 1753'],
    ['CZ', '10000', '100 00'],
  ])('writes a postal code of %s as it is written there: %s', (country, postalCode, expected) => {
    expect(validateAddress({ countryCode: country, postalCode }).address.postalCode).toBe(expected);
  });

  it('names what is missing in the words of the country, in the order of the parts', () => {
    expect(validateAddress({ countryCode: 'us' }).errors).toEqual([
      { path: ['recipientName'], code: 'REQUIRED', message: 'The recipient name is missing.' },
      { path: ['addressLine1'], code: 'REQUIRED', message: 'The address line 1 is missing.' },
      { path: ['city'], code: 'REQUIRED', message: 'The city is missing.' },
      { path: ['administrativeArea'], code: 'REQUIRED', message: 'The state is missing.' },
      { path: ['postalCode'], code: 'REQUIRED', message: 'The ZIP code is missing.' },
    ]);
  });

  it('asks neither the Eircode nor the county in Ireland, and a postal code where parcels are routed by it', () => {
    expect(codesOf(someone('IE', { city: 'Exampletown' }))).toEqual([]);
    expect(codesOf(someone('SI', { city: 'Exampletown' }))).toEqual(['postalCode: REQUIRED']);
  });

  it('refuses a postal code that the country does not have, with an example of one', () => {
    expect(codesOf(berlin({ postalCode: '1011' }))).toEqual(['postalCode: INVALID_POSTAL_CODE']);
    expect(validateAddress(berlin({ postalCode: '1011' })).errors[0]?.message).toContain('26133');
    expect(codesOf(someone('GB', { city: 'London', postalCode: 'QQ1 1AA' }))).toEqual([
      'postalCode: INVALID_POSTAL_CODE',
    ]);
  });

  it('refuses a state that the country does not list and a postal code of another state', () => {
    const us = (state: string, postalCode: string) =>
      codesOf(someone('US', { city: 'Exampleton', administrativeArea: state, postalCode }));
    expect(us('Bavaria', '94043')).toEqual(['administrativeArea: INVALID_STATE']);
    expect(us('NY', '94043')).toEqual(['postalCode: POSTAL_CODE_STATE_MISMATCH']);
    expect(us('CA', '94043')).toEqual([]);
    expect(codesOf(someone('ES', { city: 'Ejemplo', administrativeArea: 'SO', postalCode: '26127' }))).toEqual([]);
  });

  it.each([
    ['US', 'california', 'CA'],
    ['US', 'US-CA', 'CA'],
    ['CA', 'Québec', 'QC'],
    ['ES', 'Gipuzkoa', 'SS'],
    ['ES', 'coruna', 'C'],
    ['IE', 'Dublin', 'Co. Dublin'],
    ['IE', 'County Cork', 'Co. Cork'],
    ['IT', 'Roma', 'RM'],
    ['JP', 'Tokyo', '東京都'],
    ['JP', '東京', '東京都'],
    ['CN', '北京', '北京市'],
    ['CN', 'Guangdong', '广东省'],
    ['CN', '广西', '广西壮族自治区'],
  ])('understands the state of %s as %s', (country, state, key) => {
    expect(validateAddress({ countryCode: country, administrativeArea: state }).address.administrativeArea).toBe(key);
  });

  it('does not deliver to Hong Kong, Macao or Taiwan as if they were provinces of the mainland', () => {
    const taipei = someone('CN', { city: '台北', administrativeArea: '台湾', postalCode: '100000' });
    expect(codesOf(taipei)).toEqual(['administrativeArea: INVALID_STATE']);
  });

  it('refuses a part that the country has no use for instead of dropping it', () => {
    expect(codesOf(berlin({ administrativeArea: 'Berlin' }))).toEqual(['administrativeArea: NOT_USED']);
    expect(codesOf(berlin({ sortingCode: 'CEDEX 1' }))).toEqual(['sortingCode: NOT_USED']);
  });

  it.each([
    ['a line break', 'a\nb'],
    ['an escape', 'a\u001bb'],
    ['a right-to-left override', 'a\u202eb'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('refuses %s', (_, city) => {
    expect(codesOf(berlin({ city }))).toEqual(['city: INVALID_CHARACTERS']);
  });

  it('counts characters, not code units', () => {
    expect(codesOf(berlin({ city: '𠮷'.repeat(70) }))).toEqual([]);
    expect(codesOf(berlin({ city: '𠮷'.repeat(71) }))).toEqual(['city: TOO_LONG']);
  });

  it('says so where it does not deliver', () => {
    expect(codesOf(someone('ZZ'))).toEqual(['countryCode: UNSUPPORTED_COUNTRY']);
    expect(codesOf(someone('constructor'))).toEqual(['countryCode: UNSUPPORTED_COUNTRY']);
  });

  it('never repeats a value in a message', () => {
    const word = fc.stringMatching(/^[\p{L}\d]{8,80}$/u);
    const country = fc.constantFrom(...ADDRESS_COUNTRIES);
    fc.assert(
      fc.property(country, word, word, word, (id, city, state, postalCode) => {
        const { errors } = validateAddress({
          countryCode: id,
          city,
          administrativeArea: state,
          postalCode,
          sortingCode: city,
        });
        for (const value of [city, state, postalCode]) {
          expect(errors.some(({ message }) => message.includes(value))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves alone what it has tidied once', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.stringMatching(/^[A-Z\d -]{3,9}$/));
    const country = fc.constantFrom(...ADDRESS_COUNTRIES);
    fc.assert(
      fc.property(country, text, text, text, (id, recipientName, city, postalCode) => {
        const once = validateAddress({ countryCode: id, recipientName, city, postalCode }).address;
        expect(validateAddress(once).address).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });
});
