import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { type AddressError, AddressErrorCode } from './address-field.ts';

/** Longer than any number with its separators; what is longer is not looked at. */
const MAX_ENTERED = 40;

/**
 * A phone number in E.164, read as dialled in this country or, with a plus, from abroad; or what is wrong with it. An extension
 * is refused because a carrier cannot dial it.
 */
export function validatePhone(country: string, raw: string): { phone: string | null; errors: AddressError[] } {
  const entered = raw.normalize('NFKC').trim();
  if (entered === '') return refuse(AddressErrorCode.REQUIRED, 'The phone number is missing.');
  if (!isSupportedCountry(country))
    return refuse(AddressErrorCode.UNSUPPORTED_COUNTRY, 'This country has no phone numbers.');
  const parsed = entered.length <= MAX_ENTERED ? parse(entered, country) : undefined;
  if (!parsed?.isValid() || parsed.ext) {
    return refuse(
      AddressErrorCode.INVALID_PHONE,
      'This is not a phone number that can be dialled. Enter it as dialled there, or with + and the country code.',
    );
  }
  return { phone: parsed.number, errors: [] };
}

function parse(entered: string, country: CountryCode) {
  // Without `extract: false` a number is found inside any text, and the text would be dropped silently.
  return parsePhoneNumberFromString(entered, { defaultCountry: country, extract: false });
}

function refuse(code: AddressErrorCode, message: string): { phone: null; errors: AddressError[] } {
  return { phone: null, errors: [{ path: ['phone'], code, message }] };
}
