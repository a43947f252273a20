import { expect, it } from 'vitest';
import { readAgreement } from './read-agreement.ts';
import { UsageError } from './usage-error.ts';

const SIGNED = {
  party: 'Relay Example Ltd',
  recipient: 'PROCESSOR',
  purposes: 'ORDER_PROCESSING, DATA_RIGHTS,ORDER_PROCESSING',
  categories: 'EMAIL,MESSAGE',
  'signed-on': '2026-01-31',
  'valid-until': '2028-02-29',
  'assessment-due': '2027-01-31',
};

const read = (changes: Partial<typeof SIGNED> = {}, key: readonly string[] = ['relay-2026'], more: string[] = []) =>
  readAgreement([
    ...key,
    ...Object.entries({ ...SIGNED, ...changes }).flatMap(([option, value]) => [`--${option}`, value]),
    ...more,
  ]);

it('An agreement is read as it was signed, each word once', () => {
  expect(read()).toEqual({
    replace: false,
    terms: {
      key: 'relay-2026',
      party: 'Relay Example Ltd',
      recipient: 'PROCESSOR',
      purposes: ['ORDER_PROCESSING', 'DATA_RIGHTS'],
      categories: ['EMAIL', 'MESSAGE'],
      signedOn: '2026-01-31',
      validUntil: '2028-02-29',
      assessmentDue: '2027-01-31',
    },
  });
  expect(read({ categories: 'none' }, undefined, ['--replace'])).toMatchObject({
    replace: true,
    terms: { categories: [] },
  });
});

it.each<[Partial<typeof SIGNED>, string]>([
  [{ recipient: 'ANYBODY' }, '--recipient: ANYBODY is none of LOGISTICS'],
  [{ recipient: 'toString' }, '--recipient: toString is none of'],
  [{ purposes: 'ORDER_PROCESSING,SELLING' }, '--purposes: SELLING is none of'],
  [{ purposes: 'none' }, '--purposes: none is none of'],
  [{ categories: 'EMAIL,SKIN_TYPE' }, '--categories: SKIN_TYPE is none of'],
  [{ categories: 'EMAIL,' }, '--categories:  is none of'],
  [{ categories: ' ' }, '--categories is missing'],
  [{ 'signed-on': '2026-02-30' }, '--signed-on: 2026-02-30 is no day'],
  [{ 'valid-until': '31.01.2027' }, '--valid-until: 31.01.2027 is no day'],
  [{ 'valid-until': '2026-01-30' }, '--valid-until is before --signed-on'],
  [{ 'assessment-due': '2026-01-30' }, '--assessment-due is before --signed-on'],
  [{ party: '' }, '--party is missing'],
  [{ party: 'Two\nlines' }, '--party is one line'],
])('An agreement with %o is refused: %s', (changes, message) => {
  expect(() => read(changes)).toThrow(UsageError);
  expect(() => read(changes)).toThrow(message);
});

it.each([[[]], [['Two Words']], [['relay', 'other']], [['x'.repeat(65)]]])('%o is no key', (key) => {
  expect(() => read({}, key)).toThrow(/KEY is one word/);
});
