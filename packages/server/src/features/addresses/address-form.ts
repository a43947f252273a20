import { type AddressFieldKey, FIELDS_BY_TOKEN, MAX_LENGTHS } from './address-field.ts';
import { type CountryRules, rulesOf } from './address-rules.ts';
import { type SubdivisionOption, subdivisionOptions } from './subdivision.ts';

/** One input of an address form. */
interface AddressFormField {
  key: AddressFieldKey;
  /** Which word the country uses: `zip`, `postal` or `eircode`, `state`, `province`, `county` or `prefecture` …; the client translates it. */
  labelKey: string;
  required: boolean;
  maxLength: number;
  /** The HTML `autocomplete` token, so that browsers fill the form. */
  autocomplete: string;
  /** The values to choose from, where the country's rules list them. */
  options?: SubdivisionOption[];
  /** A regular expression for the whole value, and a value that matches it. */
  pattern?: string;
  example?: string;
}

/** The address form of a country: its parts in the order in which they are written there. */
export interface AddressForm {
  countryCode: string;
  fields: AddressFormField[];
}

const AUTOCOMPLETE: Readonly<Record<AddressFieldKey, string>> = {
  recipientName: 'name',
  organization: 'organization',
  addressLine1: 'address-line1',
  addressLine2: 'address-line2',
  dependentLocality: 'address-level3',
  city: 'address-level2',
  administrativeArea: 'address-level1',
  postalCode: 'postal-code',
  sortingCode: 'off',
};

/** The form for addresses in a country, for a reader of this language (`en`, `de`, `zh`); null for a country without rules. */
export function addressForm(countryCode: string, language: string): AddressForm | null {
  const rules = rulesOf(countryCode);
  if (!rules) return null;
  const reader = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return { countryCode, fields: fieldsOf(rules, reader).map((key) => describe(rules, key, reader)) };
}

/** The parts that an address in this country has, as the label orders them for this reader. */
export function fieldsOf(rules: CountryRules, language: string): AddressFieldKey[] {
  const format = rules.languages.includes(language) ? rules.format : (rules.latinFormat ?? rules.format);
  return [...format.matchAll(/%([A-Z])/g)].flatMap(([, token]) => FIELDS_BY_TOKEN[token ?? ''] ?? []);
}

/** Whether a part must be given: what the rules require, and who the parcel is for. */
export function isRequired(rules: CountryRules, key: AddressFieldKey): boolean {
  if (key === 'recipientName') return true;
  if (key === 'addressLine2') return false;
  return rules.required.some((token) => FIELDS_BY_TOKEN[token]?.includes(key));
}

/** The word that the country uses for a part. */
export function labelKeyOf(rules: CountryRules, key: AddressFieldKey): string {
  if (key === 'postalCode') return rules.postalCodeName;
  if (key === 'administrativeArea') return rules.stateName;
  if (key === 'city') return rules.cityName;
  if (key === 'dependentLocality') return rules.dependentLocalityName;
  return key;
}

function describe(rules: CountryRules, key: AddressFieldKey, language: string): AddressFormField {
  const options = key === 'administrativeArea' ? subdivisionOptions(rules, language) : [];
  const postalCode = key === 'postalCode' ? rules.postalCode : undefined;
  const example = postalCode?.examples[0];
  return {
    key,
    labelKey: labelKeyOf(rules, key),
    required: isRequired(rules, key),
    maxLength: MAX_LENGTHS[key],
    autocomplete: AUTOCOMPLETE[key],
    ...(options.length > 0 && { options }),
    ...(postalCode && { pattern: postalCode.source }),
    ...(example && { example }),
  };
}
