import { CARD_BRANDS, CARD_RANGES, type CardBrand, type CardRange } from './card-ranges.ts';
import { MACHINE_READABLE_ZONE } from './find-national-id.ts';
import { ANY_SPELLING, NATIONAL_ID_FORMATS, type NationalIdFormat } from './national-id-formats.ts';
import type { SensitiveKind } from './refuse-sensitive.ts';

/** One line of what the guard knows, for the documentation and the data map. */
export interface KnownFormat {
  format: string;
  kind: SensitiveKind;
  /** ISO 3166-1 alpha-2; null for what is international. */
  country: string | null;
  name: string;
  /** How it is told from other numbers. */
  description: string;
}

const BRAND_NAMES: Readonly<Record<CardBrand, string>> = {
  VISA: 'Visa',
  MASTERCARD: 'Mastercard',
  AMERICAN_EXPRESS: 'American Express',
  DISCOVER: 'Discover',
  DINERS_CLUB: 'Diners Club',
  JCB: 'JCB',
  UNIONPAY: 'UnionPay',
  MAESTRO: 'Maestro',
};

/** Everything that the guard refuses in free text; what is not named here it does not know (D23). */
export const KNOWN_FORMATS: readonly KnownFormat[] = [
  ...CARD_BRANDS.map(describeBrand),
  ...NATIONAL_ID_FORMATS.map(describeNationalId),
  {
    format: MACHINE_READABLE_ZONE,
    kind: 'NATIONAL_ID',
    country: null,
    name: 'machine-readable zone of a passport, visa or identity card',
    description: 'ICAO 9303: a line of 30, 36 or 44 characters with a name or with valid check digits.',
  },
];

function describeBrand(brand: CardBrand): KnownFormat {
  const ranges = CARD_RANGES.filter((range) => range.brand === brand);
  const always = ranges.filter((range) => !range.needsWord).map(describeRange);
  const besideWord = ranges.filter((range) => range.needsWord).map(describeRange);
  const rests = ranges.some((range) => range.yieldsToGoods)
    ? '; 13 digits only in one piece that is neither an EAN nor a phone number'
    : '';
  const grouping = ranges.some((range) => range.asPrintedOnly)
    ? 'in one piece or grouped as printed'
    : 'in any grouping';
  const more = besideWord.length > 0 ? `; beside a word such as "card" also ${besideWord.join(', ')}` : '';
  return {
    format: brand,
    kind: 'PAYMENT_CARD',
    country: null,
    name: `${BRAND_NAMES[brand]} card number`,
    description: `Luhn check; ${always.join(', ')}, ${grouping}${rests}${more}.`,
  };
}

function describeRange({ prefixes, lengths }: CardRange): string {
  const beginnings = prefixes.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
  return `${lengths.join('/')} digits beginning with ${beginnings.join(' or ')}`;
}

function describeNationalId({ format, country, name, check, distinct }: NationalIdFormat): KnownFormat {
  const besideWord = 'beside a word that names it';
  const otherwise = distinct ? `${distinct.as}, otherwise ${besideWord}` : `only ${besideWord}`;
  const when = distinct === ANY_SPELLING ? distinct.as : otherwise;
  return { format, kind: 'NATIONAL_ID', country, name, description: `Checked by: ${check}. Refused ${when}.` };
}
