/** The brands of payment cards whose numbers the guard knows. */
export const CARD_BRANDS = [
  'VISA',
  'MASTERCARD',
  'AMERICAN_EXPRESS',
  'DISCOVER',
  'DINERS_CLUB',
  'JCB',
  'UNIONPAY',
  'MAESTRO',
] as const;
export type CardBrand = (typeof CARD_BRANDS)[number];

/** Numbers that one brand issues. */
export interface CardRange {
  brand: CardBrand;
  /** First and last beginning; both have the same number of digits. */
  prefixes: readonly (readonly [first: number, last: number])[];
  lengths: readonly number[];
  /** Numbers like these are common for other things (EAN, parcels, phones): a card only beside a word that says so. */
  needsWord?: true;
  /** As long as the numbers of goods and phones: a card without a word only if it is neither, and in one piece. */
  yieldsToGoods?: true;
  /** Any grouping passes for phone numbers in a row: a card only in one piece or as printed, unless a word says so. */
  asPrintedOnly?: true;
}

/**
 * Issuer ranges after ISO/IEC 7812, as the brands publish them for acquirers. Where ranges overlap (UnionPay and Discover share
 * 622126 to 622925) the first match names the brand; refused are both.
 */
export const CARD_RANGES: readonly CardRange[] = [
  { brand: 'MAESTRO', prefixes: [[493698, 493698]], lengths: [16, 17, 18, 19], asPrintedOnly: true },
  { brand: 'VISA', prefixes: [[4, 4]], lengths: [16, 19] },
  {
    brand: 'MASTERCARD',
    prefixes: [
      [51, 55],
      [2221, 2720],
    ],
    lengths: [16],
  },
  {
    brand: 'AMERICAN_EXPRESS',
    prefixes: [
      [34, 34],
      [37, 37],
    ],
    lengths: [15],
  },
  {
    brand: 'DISCOVER',
    prefixes: [
      [6011, 6011],
      [644, 649],
      [65, 65],
    ],
    lengths: [16, 19],
  },
  {
    brand: 'DINERS_CLUB',
    prefixes: [
      [300, 305],
      [3095, 3095],
      [36, 36],
      [38, 39],
    ],
    lengths: [14, 16, 19],
  },
  { brand: 'JCB', prefixes: [[3528, 3589]], lengths: [16, 17, 18, 19] },
  { brand: 'UNIONPAY', prefixes: [[62, 62]], lengths: [16, 17, 18, 19] },
  {
    brand: 'MAESTRO',
    prefixes: [
      [50, 50],
      [56, 59],
      [63, 63],
      [67, 67],
    ],
    lengths: [16, 17, 18, 19],
    asPrintedOnly: true,
  },
  { brand: 'VISA', prefixes: [[4, 4]], lengths: [13], yieldsToGoods: true },
  { brand: 'UNIONPAY', prefixes: [[62, 62]], lengths: [14, 15], needsWord: true },
  { brand: 'UNIONPAY', prefixes: [[8100, 8171]], lengths: [16, 17, 18, 19], needsWord: true },
  {
    brand: 'MAESTRO',
    prefixes: [
      [50, 50],
      [56, 59],
      [6, 6],
    ],
    lengths: [12, 13, 14, 15, 16, 17, 18, 19],
    needsWord: true,
  },
];

/** The range that a number of digits falls in, if any; those that need a word only if there is one. */
export function cardRangeOf(digits: string, hasWord: boolean): CardRange | undefined {
  return CARD_RANGES.find(
    (range) =>
      range.lengths.includes(digits.length) &&
      (hasWord || !range.needsWord) &&
      range.prefixes.some(([first, last]) => {
        const beginning = Number(digits.slice(0, String(first).length));
        return first <= beginning && beginning <= last;
      }),
  );
}
