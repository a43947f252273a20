import { describe, expect, it } from 'vitest';
import { NATIONAL_ID_FORMATS } from './national-id-formats.ts';
import { refuseSensitive } from './refuse-sensitive.ts';

/** Specimens from the issuers' own publications or reckoned from the check; none was ever given to a person. */
const REFUSED: readonly (readonly [format: string, ...texts: string[]])[] = [
  ['US_SSN', '536-90-4399', 'my SSN is 536 90 4399', 'social security number: 536904399'],
  [
    'CN_RESIDENT_ID',
    '11010519491231002X',
    '身份证１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002x',
    '房间3 11010519491231002X',
  ],
  ['CN_RESIDENT_ID_15', '身份证 110105491231002', '证件号码：110105 491231 002'],
  [
    'DE_STEUER_ID',
    'Steuer-ID 86095742719',
    '86 095 742 719',
    'IdNr. 65 929 970 489',
    'Steueridentifikationsnummer: 65929970489',
  ],
  ['DE_PERSONALAUSWEIS', 'Ausweisnummer T220001293', 'Personalausweis: T22000129', 'T220001293D<<', 'L01X00T471D'],
  ['GB_NINO', 'AB123456C', 'ab 12 34 56 c', 'National Insurance AB123456'],
  [
    'FR_NIR',
    '1 84 12 76 451 089 46',
    '184127645108946',
    '2 55 08 14 168 025 38',
    'sécurité sociale 1.84.12.76.451.089.46',
  ],
  ['ES_DNI', '12345678Z', '12.345.678-Z', 'DNI 12345678 Z', '00000000t'],
  ['ES_NIE', 'X1234567L', 'x-1234567-l', 'NIE: X 1234567 L'],
  ['IT_CODICE_FISCALE', 'RSSMRA85T10A562S', 'rss mra 85t10 a562 s'],
  ['NL_BSN', 'BSN 111222333', 'burgerservicenummer: 111.222.333', '111222333 (bsn)'],
  ['PL_PESEL', 'PESEL 44051401359', 'pesel: 440514 01359'],
  ['SE_PERSONNUMMER', '811218-9876', '19811218-9876', 'personnummer 8112189876', '811218+9876'],
  ['FI_HETU', '131052-308T', '010101a123n'],
  ['NO_FODSELSNUMMER', 'fødselsnummer 01010750160'],
  ['BE_NATIONAL_NUMBER', '85.07.30-033.28', 'rijksregisternummer 85073003328'],
  ['CH_AHV', '756.9217.0769.85', 'AHV 7569217076985'],
  ['IN_AADHAAR', '2341 2341 2346', 'Aadhaar: 234123412346', 'आधार २३४१२३४१२३४६'],
  ['BR_CPF', '529.982.247-25', 'CPF 52998224725'],
  ['ICAO_MRZ', 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  [
    'ICAO_MRZ',
    'I<UTOD231458907<<<<<<<<<<<<<<<',
    '7408122F1204159UTO<<<<<<<<<<<6',
    'D231458907UTO7408122F1204159<<<<<<<6',
  ],
];

const PASSED: readonly (readonly [why: string, text: string])[] = [
  ['areas and groups never issued', '666-12-3456 000-12-3456 900-12-3456 123-00-4567 123-45-0000'],
  ['three-two-four digits between spaces', '536 90 4399'],
  ['a wrong check character', '110105194912310021 12345678A X1234567A RSSMRA85T10A562T 529.982.247-26 131052-308S'],
  ['a date that never was', '11010519491331002X 811318-9876'],
  ['an old resident number without a word', '110105491231002'],
  ['a key that is wrong', '1 84 12 76 451 089 47'],
  ['eleven digits without a word', '86095742719 44051401359 52998224725 01010750160'],
  ['nine digits without a word', '111222333'],
  ['twelve digits without groups', '234123412346'],
  ['a parcel in groups of four', 'FedEx 2341 2341 2346'],
  ['a batch', 'batch LB240315A'],
  ['an article number', 'SKU 12345678Z'],
  ['a phone number that could be a tax number', '48 512 345 678'],
  ['the nine signs of a document without a word', 'T22000129'],
  ['an even number of digits', 'Steuer-ID 11111111111'],
  ['lines of the right length', 'A'.repeat(44)],
  ['a document line with wrong checks', 'L898902C46UTO7408122F1204159ZE184226B<<<<<10'],
];

describe('a national identity number in free text', () => {
  for (const [format, ...texts] of REFUSED) {
    it.each(texts)(`of the format ${format} is refused: %s`, (text) => {
      expect(refuseSensitive(text)).toEqual({ kind: 'NATIONAL_ID', format });
      expect(refuseSensitive(`Hallo, ${text}, danke.`)).toEqual({ kind: 'NATIONAL_ID', format });
    });
  }

  it.each(PASSED)('is not seen in %s', (_, text) => {
    expect(refuseSensitive(text)).toBeNull();
  });

  it('is refused in every format that the guard names', () => {
    const tested = new Set(REFUSED.map(([format]) => format));
    expect(NATIONAL_ID_FORMATS.map(({ format }) => format).filter((format) => !tested.has(format))).toEqual([]);
  });

  it('of Germany repeats exactly one of its first ten digits (the check digit alone would pass these)', () => {
    for (const digits of ['12345678903', '11223456785', '11112345670']) {
      const all = Array.from({ length: 10 }, (_, check) => `Steuer-ID ${digits.slice(0, 10)}${check}`);
      expect(all.map((text) => refuseSensitive(text)).filter(Boolean)).toEqual([]);
    }
  });
});
