import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_RANGES, type CardRange } from './card-ranges.ts';
import { refuseSensitive, refuseSplit } from './refuse-sensitive.ts';

const brandIn = (text: string) => refuseSensitive(text)?.format ?? null;

/** A digit that completes the number by Luhn's check, reckoned in another way than the code does. */
function withLuhnDigit(front: string): string {
  const doubled = Array.from(front, (digit, at) => {
    const value = Number(digit) * ((front.length - at) % 2 === 1 ? 2 : 1);
    return Math.floor(value / 10) + (value % 10);
  });
  return front + String((10 - (doubled.reduce((sum, value) => sum + value, 0) % 10)) % 10);
}

const cardOf = (range: CardRange) =>
  fc
    .tuple(fc.constantFrom(...range.prefixes), fc.constantFrom(...range.lengths))
    .chain(([[first, last], length]) =>
      fc.tuple(fc.integer({ min: first, max: last }).map(String), fc.stringMatching(/^\d{19}$/), fc.constant(length)),
    )
    .map(([prefix, filling, length]) => withLuhnDigit((prefix + filling).slice(0, length - 1)));

const separator = fc.constantFrom(
  ' ',
  '-',
  '.',
  ' - ',
  '\u2011',
  '\u2013',
  '\u2014',
  '\u2212',
  '\u00a0',
  '\u2009',
  '\u3000',
  '·',
  '\u200b-',
  '_',
);
const group = (digits: string, sizes: readonly number[], between: string) => {
  let rest = digits;
  const groups = sizes.map((size) => {
    const [head, tail] = [rest.slice(0, size), rest.slice(size)];
    rest = tail;
    return head;
  });
  return [...groups, rest].filter(Boolean).join(between);
};
const asPrinted = fc.constantFrom([4, 4, 4, 4], [6], Array<number>(19).fill(1), []);
const anyGrouping = fc.oneof(
  asPrinted,
  fc.constant([4, 6, 5]),
  fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 12 }),
);
const zero = fc.constantFrom(0x30, 0xff10, 0x660, 0x6f0, 0x966, 0xe50, 0x1d7ce);
const inScript = (digits: string, from: number) =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(from + Number(digit)));
const unseen = fc.constantFrom(
  '',
  '\u3164',
  '\uffa0',
  '\u034f',
  '\u0301',
  '\u2800',
  '\u{e0020}',
  '\u180e',
  '\u115f',
  '\ufe0f\u20e3',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u202d',
);

describe('a payment card number in free text', () => {
  for (const [at, range] of CARD_RANGES.entries()) {
    const sizes = range.asPrintedOnly ? asPrinted : anyGrouping;
    const before =
      range.needsWord || range.yieldsToGoods
        ? fc.constantFrom('my card: ', 'Kreditkarte Nr. ', '卡号', 'CVV 123, ')
        : fc.constantFrom('', 'charge ', 'bitte von: ', '请用', 'Nr.', 'Visa');
    it(`of ${range.brand} (range ${at + 1}) is refused in any script, separator and grouping`, () => {
      fc.assert(
        fc.property(
          cardOf(range),
          sizes,
          separator,
          zero,
          unseen,
          before,
          (card, groups, between, from, hidden, words) => {
            const written = Array.from(inScript(group(card, groups, between), from)).join(hidden);
            expect(refuseSensitive(`${words}${written} danke`)?.kind).toBe('PAYMENT_CARD');
          },
        ),
        { numRuns: 150 },
      );
    });
  }

  it.each([
    ['4242424242424242', 'VISA'],
    ['4000 0000 0000 0002', 'VISA'],
    ['5555-5555-5555-4444', 'MASTERCARD'],
    ['2223003122003222', 'MASTERCARD'],
    ['3782 822463 10005', 'AMERICAN_EXPRESS'],
    ['6011 1111 1111 1117', 'DISCOVER'],
    ['3056 930902 5904', 'DINERS_CLUB'],
    ['3566 0020 2036 0505', 'JCB'],
    ['6200 0000 0000 0005', 'UNIONPAY'],
    ['6759 6498 2643 8453', 'MAESTRO'],
  ])('is named by its brand: %s', (number, brand) => {
    expect(brandIn(number)).toBe(brand);
  });

  it.each([
    'Please charge 4242 4242 4242 4242 12/27 123',
    'flat 3, 4242424242424242',
    '4242/4242/4242/4242',
    '4242,4242,4242,4242',
    '3782*822463*10005',
    'Visa4242424242424242exp12/27',
    '信用卡4242424242424242谢谢',
    'line one\n4242 4242 4242 4242\nline three',
    '(4242)(4242)(4242)(4242)',
    '[4242] [4242] [4242] [4242]',
    '4242#4242#4242#4242',
    '4242=4242=4242=4242',
    '4/2/4/2/4/2/4/2/4/2/4/2/4/2/4/2',
    '4242     4242     4242     4242',
    '4242 \u0301 4242 \u0301 4242 \u0301 4242',
    'a4242424242424242b',
    'x4242 4242 4242 4242x',
    '4222222222222',
    '四二四二四二四二四二四二四二四二',
    '肆贰肆贰 4242 四二四二 四二四二',
    '4\ufe0f\u20e32\ufe0f\u20e342424242424242',
  ])('is found in %j', (text) => {
    expect(refuseSensitive(text)?.kind).toBe('PAYMENT_CARD');
  });

  it.each([
    ['a wrong check digit', '4242 4242 4242 4241'],
    ['no issuer', '9999 9999 9999 9995'],
    ['a number of another length', '424242424242424242'],
    ['a phone number with its plus', '+62 812 3456 7890 2'],
    ['a parcel number that begins with letters', 'YT2412345678901238'],
    ['thirteen digits of goods', '4000000000006'],
    ['thirteen digits in groups', '4222 2222 2222 2'],
    ['thirteen digits that can be dialled', '4915112345671'],
    ['an order of thirteen digits', 'Bestellung 4222222222222'],
    ['a parcel between letters', 'LX4242424242424242DE'],
    ['four numbers in a list', '4242, 4242, 4242, 4242'],
    ['numerals of a date and a floor', '二〇二六年十一月二十二日 三号楼四单元二〇三室'],
    ['a phone number in numerals', '一三八〇〇一三八〇〇〇'],
  ])('is not seen in %s', (_, text) => {
    expect(refuseSensitive(text)).toBeNull();
  });

  it('is not put together from two lines or from a list of numbers', () => {
    expect(refuseSensitive('4242 4242\n4242 4242')).toBeNull();
    expect(refuseSensitive('42,42 424,2 42,42 4242 4,242')).toBeNull();
  });

  it.each([
    ['4242 4242', '4242 4242'],
    ['Testa 42424242', '42424242'],
    ['Musterweg 12 4242-4242', '4242-4242 2. OG'],
    ['3782', '822463 10005'],
    ['4242\u20034242 4242', '\u3164４２４２'],
  ])('is found where only %j and %j together hold it', (first, second) => {
    expect([refuseSensitive(first), refuseSensitive(second)]).toEqual([null, null]);
    expect(refuseSplit(first, second)?.kind).toBe('PAYMENT_CARD');
  });

  it.each([
    ['Packstation 145', '1234567890'],
    ['Packstation 401', '23456789'],
    ['Musterstraße 12', '3. OG'],
    ['PO Box 41234', '0151 2345671'],
    ['Musterweg 4242', 'c/o 4242 4242 4242'],
    ['Zwirbelweg 4242 a', '4242 4242 4242'],
  ])('is not put together from %j and %j', (first, second) => {
    expect(refuseSplit(first, second)).toBeNull();
  });
});
