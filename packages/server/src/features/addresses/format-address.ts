import { regionName } from '../../platform/code-names.ts';
import { type Address, type AddressFieldKey, FIELDS_BY_TOKEN } from './address-field.ts';
import { type CountryRules, rulesOf } from './address-rules.ts';
import { findSubdivision } from './subdivision.ts';

const CHINESE_OR_JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** An address as its lines on a label, by the rules of its country; `countryIn` adds the country's name in that language. */
export function formatAddress(address: Address, options: { countryIn?: string } = {}): string[] {
  const rules = rulesOf(address.countryCode);
  if (!rules) throw new RangeError('No address rules for this country.');
  const { latinFormat } = rules;
  const latin = latinFormat !== undefined && !CHINESE_OR_JAPANESE.test(`${address.addressLine1} ${address.city}`);
  const part = (key: AddressFieldKey) => partOnLabel(rules, address, key, latin);
  const lines = (latin ? latinFormat : rules.format).split('%n').flatMap((line) => formatLine(line, part));
  return options.countryIn ? [...lines, countryName(address.countryCode, options.countryIn)] : lines;
}

/** The street makes lines of its own; any other line is its parts, with what stands between two parts that are there. */
function formatLine(line: string, part: (key: AddressFieldKey) => string): string[] {
  if (line === '%A') return [part('addressLine1'), part('addressLine2')].filter(Boolean);
  const [opening = '', ...rest] = line.split(/%([A-Z])/);
  let text = '';
  let before = opening;
  for (let at = 0; at < rest.length; at += 2) {
    const value = (FIELDS_BY_TOKEN[rest[at] ?? ''] ?? []).map(part).filter(Boolean).join(', ');
    if (value) text += (text || at === 0 ? before : '') + value;
    before = rest[at + 1] ?? '';
  }
  return text ? [text] : [];
}

function partOnLabel(rules: CountryRules, address: Address, key: AddressFieldKey, latin: boolean): string {
  const value = key === 'administrativeArea' ? stateOnLabel(rules, address, latin) : (address[key] ?? '');
  const inCapitals = rules.upperOnLabel.some((token) => FIELDS_BY_TOKEN[token]?.includes(key));
  return inCapitals ? value.toLocaleUpperCase(rules.languages[0]) : value;
}

function stateOnLabel(rules: CountryRules, { administrativeArea, city }: Address, latin: boolean): string {
  const subdivision = administrativeArea ? findSubdivision(rules, administrativeArea) : undefined;
  if (!subdivision) return administrativeArea ?? '';
  if (latin && subdivision.latinName) return subdivision.latinName;
  if (rules.country !== 'ES') return subdivision.key;
  // Spain's keys are the letters of old number plates, which no letter carries; a capital is not named twice.
  return city && findSubdivision(rules, city) === subdivision ? '' : subdivision.name;
}

function countryName(country: string, language: string): string {
  return regionName(country, language).toLocaleUpperCase(language);
}
