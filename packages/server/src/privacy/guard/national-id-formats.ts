import type { CountryCode } from 'libphonenumber-js';
import { validate as isNationaalNummer } from 'stdnum/lib/cjs/be/nn.js';
import { validate as isCpf } from 'stdnum/lib/cjs/br/cpf.js';
import { validate as isAhvNumber } from 'stdnum/lib/cjs/ch/ssn.js';
import { validate as isResidentId } from 'stdnum/lib/cjs/cn/ric.js';
import { validate as isSteuerId } from 'stdnum/lib/cjs/de/idnr.js';
import { validate as isDni } from 'stdnum/lib/cjs/es/dni.js';
import { validate as isNie } from 'stdnum/lib/cjs/es/nie.js';
import { validate as isHetu } from 'stdnum/lib/cjs/fi/hetu.js';
import { validate as isNir } from 'stdnum/lib/cjs/fr/nir.js';
import { validate as isNino } from 'stdnum/lib/cjs/gb/nino.js';
import { validate as isAadhaar } from 'stdnum/lib/cjs/in/aadhaar.js';
import { validate as isCodiceFiscale } from 'stdnum/lib/cjs/it/codicefiscale.js';
import { validate as isBsn } from 'stdnum/lib/cjs/nl/bsn.js';
import { validate as isFodselsnummer } from 'stdnum/lib/cjs/no/fodselsnummer.js';
import { validate as isPesel } from 'stdnum/lib/cjs/pl/pesel.js';
import { validate as isPersonnummer } from 'stdnum/lib/cjs/se/personnummer.js';
import { icaoCheckDigit } from './check-digits.ts';

// The validators are imported one by one: all of the package would cost a quarter of a second at every start.

/** A national identity number that the guard knows; patterns and words are for readable text in upper case. */
export interface NationalIdFormat {
  format: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** What people call it. */
  name: string;
  /** How it is checked, for the data map. */
  check: string;
  /** The candidates, not inside a longer number or word. */
  pattern: RegExp;
  /** Words that make a candidate such a number. */
  words: RegExp;
  /** Spellings that nothing else has, so that no word is needed, and how people see them; without it a word always is. */
  distinct?: { spelling: RegExp; as: string };
  /** Whether a word for a parcel, order, phone or batch before it makes a distinct spelling something else. */
  yieldsToOrdinaryWords?: true;
  /** A distinct spelling is a phone number if it can be dialled: in a country with a leading zero, or abroad behind a plus. */
  yieldsToPhonesOf?: CountryCode | 'ABROAD';
  /** Compact is what was written without spaces, dots, dashes and pluses. */
  isValid(compact: string, written: string): boolean;
}

/** For numbers whose structure and check nothing else passes. */
export const ANY_SPELLING = { spelling: /./, as: 'in any spelling' };

/** Not inside a longer number or word. */
function word(pattern: string): RegExp {
  return new RegExp(`(?<![A-Z0-9])(?:${pattern})(?![A-Z0-9])`, 'g');
}

/** Nor part of a number that goes on behind a dash or dot, nor a phone number with its plus. */
function alone(pattern: string): RegExp {
  return new RegExp(`(?<![A-Z0-9+]|\\d[-.])(?:${pattern})(?![A-Z0-9]|[-.]\\d)`, 'g');
}

/** Nor one that goes on behind a space: groups of digits between spaces are what long numbers of any kind look like. */
function aloneInGroups(pattern: string): RegExp {
  return new RegExp(`(?<![A-Z0-9+]|\\d[-. ])(?:${pattern})(?![A-Z0-9]|[-. ]\\d)`, 'g');
}

/** The provinces of China (GB/T 2260). */
const CN_PROVINCE = '1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91';

/** Exactly one digit twice or thrice among the first ten, none three times in a row (§ 139b AO); stdnum 1.12 does not check it. */
function hasSteuerIdFrequencies(digits: string): boolean {
  const front = digits.slice(0, 10);
  const repeated = [...new Set(front)].map((digit) => front.split(digit).length - 1).filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && !/(\d)\1\1/.test(front);
}

/** Issued by a German authority: ten characters with the check digit of ICAO 9303, or the nine printed on the front. */
function isPersonalausweis(compact: string): boolean {
  const number = compact.replace(/(?:D|<<)+$/, '');
  return number.length === 9 ? /\d.*\d/.test(number) : String(icaoCheckDigit(number.slice(0, 9))) === number[9];
}

/** The national identity numbers that the guard refuses in free text (P2.4, D23). */
export const NATIONAL_ID_FORMATS: readonly NationalIdFormat[] = [
  {
    format: 'US_SSN',
    country: 'US',
    name: 'Social Security number',
    check: 'no check digit exists; areas, groups and serials never issued are left alone',
    pattern: alone('(?!000|666|9)\\d{3}([- ]?)(?!00)\\d{2}\\1(?!0000)\\d{4}'),
    words: /\bSSN\b|SOCIAL SECURITY/,
    distinct: { spelling: /^\d{3}-\d{2}-\d{4}$/, as: 'three, two and four digits between dashes' },
    isValid: () => true,
  },
  {
    format: 'CN_RESIDENT_ID',
    country: 'CN',
    name: '居民身份证号码 (resident identity number)',
    check: 'ISO 7064 mod 11-2, date of birth, province',
    pattern: word(`(?:${CN_PROVINCE})\\d{4}[ -]?(?:19|20)\\d{6}[ -]?\\d{3}[\\dX]`),
    words: /身份证|SHENFENZHENG|RESIDENT I/,
    distinct: ANY_SPELLING,
    isValid: (compact) => isResidentId(compact).isValid,
  },
  {
    format: 'CN_RESIDENT_ID_15',
    country: 'CN',
    name: '居民身份证号码, until 1999 (resident identity number)',
    check: 'date of birth, province; no check digit exists',
    pattern: word(`(?:${CN_PROVINCE})\\d{4}[ -]?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[ -]?\\d{3}`),
    words: /身份证|证件号|SHENFENZHENG|RESIDENT I/,
    isValid: () => true,
  },
  {
    format: 'DE_STEUER_ID',
    country: 'DE',
    name: 'Steuer-Identifikationsnummer',
    check: 'ISO 7064 mod 11,10 and the frequency of its digits',
    pattern: aloneInGroups('[1-9]\\d([ .]?)\\d{3}\\1\\d{3}\\1\\d{3}'),
    words: /STEUER|IDENTIFIKATIONSN|\bID-?NR\b|\bTAX ID|\bTIN\b/,
    distinct: { spelling: /^\d{2} \d{3} \d{3} \d{3}$/, as: 'two, three, three and three digits between spaces' },
    yieldsToOrdinaryWords: true,
    yieldsToPhonesOf: 'ABROAD',
    isValid: (compact) => hasSteuerIdFrequencies(compact) && isSteuerId(compact).isValid,
  },
  {
    format: 'DE_PERSONALAUSWEIS',
    country: 'DE',
    name: 'number of a Personalausweis or Reisepass',
    check: 'ICAO 9303 check digit; beside a word also without it',
    pattern: word('[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}(?:\\d(?:D|D?<<)?)?|\\d{10}D(?:<<)?'),
    words: /AUSWEIS|\bPERSO\b|REISEPASS|\bPASS-?(?:NR|NUMMER)|PASSPORT|IDENTITY CARD|\bID CARD/,
    distinct: {
      spelling: /^[L-Y].{9}D(?:<<)?$|<<$/,
      as: 'with the D or the << that follows the check digit in the machine-readable zone',
    },
    yieldsToOrdinaryWords: true,
    isValid: isPersonalausweis,
  },
  {
    format: 'GB_NINO',
    country: 'GB',
    name: 'National Insurance number',
    check: 'no check digit exists; prefixes never issued are left alone',
    pattern: word('[A-Z]{2}([ -]?)\\d{2}\\1\\d{2}\\1\\d{2}(?:\\1[A-D])?'),
    words: /\bNINO\b|NATIONAL INSURANCE|\bNI N(?:UMBER|O)\b/,
    distinct: { spelling: /[A-D]$/, as: 'with its last letter' },
    yieldsToOrdinaryWords: true,
    isValid: (compact) => isNino(compact).isValid,
  },
  {
    format: 'FR_NIR',
    country: 'FR',
    name: 'numéro de sécurité sociale (NIR)',
    check: 'key modulo 97',
    pattern: word('[1-478]([ .-]?)\\d{2}\\1(?:0[1-9]|1[0-2]|[2-9]\\d)\\1(?:\\d{2}|2[AB])\\1\\d{3}\\1\\d{3}\\1\\d{2}'),
    words: /S[EÉ]CURIT[EÉ] SOCIALE|S[EÉ]CU\b|\bNIR\b|\bINSEE\b|CARTE VITALE/,
    distinct: { spelling: /^[12]/, as: 'beginning with 1 or 2' },
    isValid: (compact) => isNir(compact).isValid,
  },
  {
    format: 'ES_DNI',
    country: 'ES',
    name: 'Documento Nacional de Identidad (DNI, NIF)',
    check: 'check letter modulo 23',
    pattern: word('(?:\\d{8}|\\d{2}\\.\\d{3}\\.\\d{3})[ -]?[TRWAGMYFPDXBNJZSQVHLCKE]'),
    words: /\bDNI\b|\bNIF\b|DOCUMENTO NACIONAL|IDENTIDAD/,
    distinct: { spelling: /^\S+$/, as: 'with the letter in one piece or behind a dash' },
    yieldsToOrdinaryWords: true,
    isValid: (compact) => isDni(compact).isValid,
  },
  {
    format: 'ES_NIE',
    country: 'ES',
    name: 'Número de Identidad de Extranjero (NIE)',
    check: 'check letter modulo 23',
    pattern: word('[XYZ][ -]?\\d{7}[ -]?[TRWAGMYFPDXBNJZSQVHLCKE]'),
    words: /\bNIE\b|\bNIF\b|EXTRANJER|IDENTIDAD/,
    distinct: { spelling: /^\S+$/, as: 'with the letter in one piece or behind a dash' },
    yieldsToOrdinaryWords: true,
    isValid: (compact) => isNie(compact).isValid,
  },
  {
    format: 'IT_CODICE_FISCALE',
    country: 'IT',
    name: 'codice fiscale',
    check: 'check letter modulo 26',
    pattern: word('[A-Z]{3} ?[A-Z]{3} ?[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2} ?[A-Z][0-9L-NP-V]{3} ?[A-Z]'),
    words: /CODICE FISCALE|COD\. ?FISC/,
    distinct: ANY_SPELLING,
    isValid: (compact) => isCodiceFiscale(compact).isValid,
  },
  {
    format: 'NL_BSN',
    country: 'NL',
    name: 'burgerservicenummer (BSN)',
    check: 'eleven test',
    pattern: alone('\\d{8,9}|\\d{3}([. ])\\d{3}\\1\\d{3}|\\d{4}([. ])\\d{2}\\2\\d{3}'),
    words: /\bBSN\b|BURGERSERVICE|SOFI-?NUMMER/,
    isValid: (compact) => isBsn(compact).isValid,
  },
  {
    format: 'PL_PESEL',
    country: 'PL',
    name: 'PESEL',
    check: 'weighted sum modulo 10, date of birth',
    pattern: alone('\\d{11}|\\d{6}[ -]\\d{5}'),
    words: /\bPESEL/,
    isValid: (compact) => isPesel(compact).isValid,
  },
  {
    format: 'SE_PERSONNUMMER',
    country: 'SE',
    name: 'personnummer',
    check: 'Luhn, date of birth',
    pattern: alone('(?:19|20)?\\d{6}[-+ ]?\\d{4}'),
    words: /PERSONNUMMER|PERSON-?NR|PERSONAL IDENTITY N|SAMORDNINGSN/,
    distinct: { spelling: /^(?:19|20)?\d{6}[-+]\d{4}$/, as: 'with its dash or plus' },
    yieldsToOrdinaryWords: true,
    yieldsToPhonesOf: 'SE',
    isValid: (compact) => isPersonnummer(`${compact.slice(0, -4)}-${compact.slice(-4)}`).isValid,
  },
  {
    format: 'FI_HETU',
    country: 'FI',
    name: 'henkilötunnus',
    check: 'check character modulo 31, date of birth',
    pattern: word('\\d{6}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y]'),
    words: /HENKIL[OÖ]TUNNUS|\bHETU\b|PERSONBETECKNING/,
    distinct: { spelling: /[A-Z]$|^\d{6}[A-Z]/, as: 'with a letter for the century or the check' },
    yieldsToOrdinaryWords: true,
    isValid: (_, written) => isHetu(written).isValid,
  },
  {
    format: 'NO_FODSELSNUMMER',
    country: 'NO',
    name: 'fødselsnummer',
    check: 'two check digits modulo 11, date of birth',
    pattern: alone('\\d{6} ?\\d{5}'),
    words: /F[ØO]DSELSN|PERSONNUMMER|\bFNR\b/,
    isValid: (compact) => isFodselsnummer(compact).isValid,
  },
  {
    format: 'BE_NATIONAL_NUMBER',
    country: 'BE',
    name: 'rijksregisternummer, numéro de registre national',
    check: 'modulo 97, date of birth',
    pattern: alone('\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}[.-]\\d{2}|\\d{11}'),
    words: /RIJKSREGISTER|REGISTRE NATIONAL|\bNISS\b|\bINSZ\b/,
    distinct: { spelling: /-/, as: 'with its dots and dash' },
    isValid: (compact) => isNationaalNummer(compact).isValid,
  },
  {
    format: 'CH_AHV',
    country: 'CH',
    name: 'AHV-Nummer, numéro AVS',
    check: 'EAN check digit, prefix 756',
    pattern: alone('756([. ]?)\\d{4}\\1\\d{4}\\1\\d{2}'),
    words: /\bAHV|\bAVS\b|SOZIALVERSICHERUNG/,
    distinct: { spelling: /^756\./, as: 'with its dots' },
    isValid: (compact) => isAhvNumber(compact).isValid,
  },
  {
    format: 'IN_AADHAAR',
    country: 'IN',
    name: 'Aadhaar',
    check: 'Verhoeff',
    pattern: aloneInGroups('[2-9]\\d{3}([ -]?)\\d{4}\\1\\d{4}'),
    words: /AADHA+R|\bUIDAI\b|आधार/,
    distinct: { spelling: /^\d{4} \d{4} \d{4}$/, as: 'three groups of four between spaces' },
    yieldsToOrdinaryWords: true,
    yieldsToPhonesOf: 'ABROAD',
    isValid: (compact) => isAadhaar(compact).isValid,
  },
  {
    format: 'BR_CPF',
    country: 'BR',
    name: 'CPF',
    check: 'two check digits modulo 11',
    pattern: alone('\\d{3}\\.?\\d{3}\\.?\\d{3}[-.]?\\d{2}'),
    words: /\bCPF\b|CADASTRO DE PESSOAS/,
    distinct: { spelling: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/, as: 'with its dots and dash' },
    isValid: (compact) => isCpf(compact).isValid,
  },
];
