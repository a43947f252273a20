import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { getCountries, getExampleNumber, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { KNOWN_FORMATS } from './known-formats.ts';
import { refuseSensitive, refuseSplit } from './refuse-sensitive.ts';

const CORPUS = readFileSync(new URL('./ordinary-text.fixture.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** A dialable number of a country: the end of its example replaced. */
const phone = fc
  .tuple(fc.constantFrom(...getCountries()), fc.stringMatching(/^\d{15}$/))
  .map(([country, digits]) => {
    const example = getExampleNumber(country, examples);
    if (!example) return undefined;
    const national = example.nationalNumber.slice(0, 3) + digits.slice(0, example.nationalNumber.length - 3);
    const other = parsePhoneNumberFromString(`+${example.countryCallingCode}${national}`);
    return other?.isValid() ? other : example;
  })
  .filter((number) => number !== undefined);

const writings: readonly ((number: PhoneNumber) => string)[] = [
  (number) => number.number,
  (number) => number.formatInternational(),
  (number) => number.formatNational(),
  (number) => number.format('RFC3966'),
  (number) => number.number.slice(1),
  (number) => number.formatInternational().slice(1),
  (number) => number.formatInternational().replace('+', '00'),
  (number) => number.formatNational().replace(/[ ()]+/g, '-'),
  (number) => number.formatNational().replace(/[ ()-]+/g, '.'),
];

const withGs1Digit = (front: string) => {
  const sum = Array.from(front).reduce(
    (total, digit, at) => total + Number(digit) * ((front.length - at) % 2 === 1 ? 3 : 1),
    0,
  );
  return front + String((10 - (sum % 10)) % 10);
};
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const inFours = (number: string) => number.replace(/(.{4})(?=.)/g, '$1 ');

describe('refuseSensitive', () => {
  it('has a corpus of at least 150 lines to let pass', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(150);
  });

  it.each(CORPUS)('lets ordinary text pass: %s', (line) => {
    expect(refuseSensitive(line)).toBeNull();
  });

  it('lets the whole corpus pass as one text', () => {
    expect(refuseSensitive(CORPUS.join('\n'))).toBeNull();
  });

  it('lets any line of ordinary text follow any other in the next field', () => {
    for (const first of CORPUS) for (const second of CORPUS) expect(refuseSplit(first, second)).toBeNull();
  });

  it('never refuses a phone number, however it is written', () => {
    fc.assert(
      fc.property(
        phone,
        fc.constantFrom(...writings),
        fc.constantFrom('', 'Tel. ', 'call me: '),
        (number, write, before) => {
          expect(refuseSensitive(before + write(number))).toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never refuses a parcel by its check digit or the letters it begins with', () => {
    const usps = fc
      .tuple(fc.constantFrom('91', '92', '93', '94', '95'), digits(19))
      .map(([service, rest]) => withGs1Digit(service + rest));
    const containers = digits(17).map((rest) => `00${withGs1Digit(rest)}`);
    const ups = fc.stringMatching(/^1Z[A-Z0-9]{6}\d{10}$/);
    const lettered = fc.stringMatching(/^(?:YT|LP|SF|JD|EA|H)\d{13,18}$/);
    const number = fc.oneof(
      usps,
      usps.map(inFours),
      containers,
      containers.map(inFours),
      ups,
      ups.map(inFours),
      lettered,
    );
    fc.assert(
      fc.property(number, (parcel) => {
        expect(refuseSensitive(parcel)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('never refuses the number of an article or a device', () => {
    const ean = digits(12).map(withGs1Digit);
    const upc = digits(11).map(withGs1Digit);
    const imei = fc.tuple(fc.constantFrom('35', '86', '01', '99'), digits(13)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(ean, upc, imei), (number) => {
        expect(refuseSensitive(number)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('says what it found and nothing of the value', () => {
    expect(refuseSensitive('card 4242 4242 4242 4242')).toEqual({ kind: 'PAYMENT_CARD', format: 'VISA' });
    expect(refuseSensitive('')).toBeNull();
  });

  it('names only formats that the table of known formats explains', () => {
    expect(new Set(KNOWN_FORMATS.map(({ format }) => format)).size).toBe(KNOWN_FORMATS.length);
    for (const { description, name } of KNOWN_FORMATS) expect(`${name}: ${description}`).toMatch(/^.{20,}\.$/);
    expect(KNOWN_FORMATS.map(({ format }) => format)).toContain(refuseSensitive('4242424242424242')?.format);
  });

  it('takes time in proportion to the text', () => {
    const hostile = ['1 ', '4242 ', 'DE12 ABCD 1234 ', '<', '9', 'A1<'].map((part) =>
      part.repeat(20_000 / part.length),
    );
    for (const text of hostile) expect(() => refuseSensitive(text)).not.toThrow();
  });
});
