import {
  ADDRESS_FIELD_KEYS,
  type Address,
  type AddressError,
  AddressErrorCode,
  type AddressFieldKey,
  type AddressInput,
  MAX_LENGTHS,
} from './address-field.ts';
import { fieldsOf, isRequired, labelKeyOf } from './address-form.ts';
import { type CountryRules, rulesOf } from './address-rules.ts';
import { tidyPostalCode } from './postal-code.ts';
import { findSubdivision } from './subdivision.ts';

/** Control, bidirectional override and private-use characters: they can disguise a label and are never part of an address. */
const FORBIDDEN = /[\p{Cc}\p{Co}\p{Cs}\u2028-\u202e\u2066-\u2069]/u;
/** What copying from a web page leaves behind. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Whether a text can be printed on a label. */
export function isPrintable(text: string): boolean {
  return !FORBIDDEN.test(text);
}

/** An address in its stored form, and everything that is wrong with it (P2.1: no part that the country does not use). */
export function validateAddress(input: AddressInput): { address: Address; errors: AddressError[] } {
  const countryCode = input.countryCode.trim().toUpperCase();
  const rules = rulesOf(countryCode);
  if (!rules) {
    const message = 'The shop does not deliver to this country.';
    return {
      address: { countryCode },
      errors: [{ path: ['countryCode'], code: AddressErrorCode.UNSUPPORTED_COUNTRY, message }],
    };
  }
  const address: Address = { countryCode };
  const used = new Set(fieldsOf(rules, ''));
  const errors: AddressError[] = [];
  for (const key of ADDRESS_FIELD_KEYS) {
    const value = tidy(rules, key, input[key] ?? '');
    const error = checkValue(rules, key, value, used.has(key));
    if (error) errors.push(error);
    if (value !== '') address[key] = value;
  }
  const mismatch = errors.length === 0 && checkPostalCodeOfState(rules, address);
  return { address, errors: mismatch ? [mismatch] : errors };
}

function tidy(rules: CountryRules, key: AddressFieldKey, entered: string): string {
  const value = entered
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .trim()
    .replace(/\p{Zs}+/gu, ' ');
  if (value === '') return '';
  if (key === 'postalCode') return tidyPostalCode(rules, value);
  if (key === 'sortingCode') return value.toUpperCase();
  if (key === 'administrativeArea') return findSubdivision(rules, value)?.key ?? value;
  return value;
}

function checkValue(rules: CountryRules, key: AddressFieldKey, value: string, used: boolean): AddressError | undefined {
  const name = spokenName(labelKeyOf(rules, key));
  const fail = (code: AddressErrorCode, message: string): AddressError => ({ path: [key], code, message });
  if (value === '') {
    return used && isRequired(rules, key) ? fail(AddressErrorCode.REQUIRED, `The ${name} is missing.`) : undefined;
  }
  if (!used) return fail(AddressErrorCode.NOT_USED, `An address in this country has no ${name}: leave it empty.`);
  if (FORBIDDEN.test(value)) {
    return fail(AddressErrorCode.INVALID_CHARACTERS, `The ${name} contains characters that cannot be printed.`);
  }
  if (Array.from(value).length > MAX_LENGTHS[key]) {
    return fail(AddressErrorCode.TOO_LONG, `The ${name} is longer than ${MAX_LENGTHS[key]} characters.`);
  }
  if (key === 'administrativeArea' && rules.subdivisions.length > 0 && !findSubdivision(rules, value)) {
    return fail(AddressErrorCode.INVALID_STATE, `Choose the ${name} from the list.`);
  }
  if (key === 'postalCode' && rules.postalCode && !rules.postalCode.pattern.test(value)) {
    const example = rules.postalCode.examples[0];
    const hint = example ? ` It looks like ${example}.` : '';
    return fail(AddressErrorCode.INVALID_POSTAL_CODE, `The ${name} is not one of this country.${hint}`);
  }
  return undefined;
}

function checkPostalCodeOfState(
  rules: CountryRules,
  { administrativeArea, postalCode }: Address,
): AddressError | undefined {
  const prefix = administrativeArea ? findSubdivision(rules, administrativeArea)?.postalCodePrefix : undefined;
  if (!prefix || !postalCode || prefix.test(postalCode)) return undefined;
  return {
    path: ['postalCode'],
    code: AddressErrorCode.POSTAL_CODE_STATE_MISMATCH,
    message: `The ${spokenName(rules.postalCodeName)} does not belong to the ${spokenName(rules.stateName)} chosen.`,
  };
}

const SPOKEN: Readonly<Record<string, string>> = { zip: 'ZIP code', postal: 'postal code', eircode: 'Eircode' };

/** `recipientName` as "recipient name", `post_town` as "post town". */
function spokenName(label: string): string {
  return SPOKEN[label] ?? label.replace(/_/g, ' ').replace(/[A-Z]|\d/g, (sign) => ` ${sign.toLowerCase()}`);
}
