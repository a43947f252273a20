import { type CardBrand, cardRangeOf } from './card-ranges.ts';
import { passesLuhn } from './check-digits.ts';
import { isNear } from './nearby-words.ts';

/** Twelve digits and more, with at most three spaces, dots or dashes between two of them. */
const NUMBER = /\d(?:[ .\-_]{0,3}\d){11,}/g;
/** As printed on a card, with any other sign between the groups. */
const PRINTED_WITH_SIGN = /(?<!\d)\d{4}([/,:;|*+~])(?:\d{4}\1\d{4}\1\d{4}|\d{6}\1\d{4,5})(?!\d)/g;

const CARD_WORD = new RegExp(
  [
    '\\b(?:VISA|MASTER ?CARD|MAESTRO|AMEX|AMERICAN EXPRESS|DISCOVER|DINERS|JCB|UNION ?PAY|CREDIT|DEBIT|CARDS?|CARTES?|CARTA|CART[AÃ]O)\\b',
    '\\b(?:TARJETA|CVV2?|CVC2?|PAN)\\b',
    '(?:KARTE|KARTA|KARTY|KAART|KORT|KORTTI|KÁRTYA)(?:N?NUMMER|NR)?\\b',
    '银联|信用卡|银行卡|借记卡|储蓄卡|卡号|カード',
  ].join('|'),
);
/** Letters that stand before a card number without a space; any others belong to a parcel or an order. */
const NUMBER_WORD = /^(?:NO|NR|NUM|NUMBER|NUMMER|NUMÉRO|CC)$/;

/** As many characters before a number are read to tell what it is part of. */
const LONGEST_WORD = 24;

/** The groups of digits of one number as it was written. */
interface WrittenNumber {
  groups: readonly string[];
  separators: readonly string[];
}

/** The brand of the first payment card number in a readable text in upper case: Luhn's check and a known issuer range (P2.4). */
export function findPaymentCard(text: string): CardBrand | null {
  for (const { 0: written, index, 1: sign } of [...text.matchAll(NUMBER), ...text.matchAll(PRINTED_WITH_SIGN)]) {
    const hasWord = isNear(CARD_WORD, text, index, index + written.length);
    const number = read(sign ? written.replaceAll(sign, ' ') : written);
    const before = text.slice(Math.max(0, index - LONGEST_WORD), index);
    // E.164 allows 15 digits after the plus; no card is written with one.
    if (/\+ ?\(?$/.test(before) && number.groups.join('').length <= 15) continue;
    const brand = findIn(isPartOfCode(before) ? dropFirst(number) : number, hasWord);
    if (brand) return brand;
  }
  return null;
}

function read(written: string): WrittenNumber {
  return { groups: written.match(/\d+/g) ?? [], separators: written.match(/\D+/g) ?? [] };
}

function isPartOfCode(before: string): boolean {
  const letters = /\p{Script=Latin}+$/u.exec(before)?.[0];
  return letters !== undefined && !NUMBER_WORD.test(letters) && !CARD_WORD.test(letters);
}

function dropFirst({ groups, separators }: WrittenNumber): WrittenNumber {
  return { groups: groups.slice(1), separators: separators.slice(1) };
}

/** The whole number in any grouping, or a part of it that is written as a card is printed (an expiry date may follow). */
function findIn(number: WrittenNumber, hasWord: boolean): CardBrand | undefined {
  const { groups, separators } = number;
  const isEven = new Set(separators).size <= 1;
  const whole = brandOf(groups, hasWord, isEven || hasWord);
  if (whole) return whole;
  for (let start = 0; start < groups.length; start++) {
    for (let end = start + 1; end <= groups.length; end++) {
      const part = groups.slice(start, end);
      const brand = isAsPrinted(part) ? brandOf(part, hasWord, false) : undefined;
      if (brand) return brand;
      if (part.join('').length > 19) break;
    }
  }
  return undefined;
}

function brandOf(groups: readonly string[], hasWord: boolean, anyGrouping: boolean): CardBrand | undefined {
  const digits = groups.join('');
  const range = cardRangeOf(digits, hasWord);
  if (!range || !passesLuhn(digits)) return undefined;
  const mayBeGroupedFreely = anyGrouping && (hasWord || !range.asPrintedOnly);
  return mayBeGroupedFreely || isAsPrinted(groups) ? range.brand : undefined;
}

/** In one piece, digit by digit, in groups of four with a shorter last one, or 4-6-5, 4-6-4 and 6-10 to 6-13. */
function isAsPrinted(groups: readonly string[]): boolean {
  const sizes = groups.map((group) => group.length);
  if (sizes.length === 1 || sizes.every((size) => size === 1)) return true;
  if (/^(?:4,6,[45]|6,1[0-3])$/.test(sizes.join())) return true;
  return sizes.every((size, at) => (at < sizes.length - 1 ? size === 4 : size <= 4));
}
