import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { type CardBrand, cardRangeOf } from './card-ranges.ts';
import { passesGs1, passesLuhn } from './check-digits.ts';
import { isBefore, isNear, ORDINARY_WORD } from './nearby-words.ts';

/** Twelve digits and more, with at most three spaces, dots or dashes between two of them. */
const NUMBER = /\d(?:[ .\-_]{0,3}\d){11,}/g;
/** As printed on a card or digit by digit, with the same other signs in each gap. */
const WITH_SIGNS =
  /(?<!\d)(?:\d{4}([^\p{L}\p{N}\n]{1,5})(?:\d{4}\1\d{4}\1\d{4}|\d{6}\1\d{4,5})|\d([^\p{L}\p{N}\n]{1,5})\d(?:\2\d){10,17})(?!\d)/gu;
/** What parts the items of a list; a list of four house or article numbers may pass for a card. */
const LIST_SIGN = /[,;/+&] | [/+&]/;

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
/** As many digits of a card number are in each of two texts that it is split over. */
const LEAST_PART = 4;

/** The groups of digits of one number as it was written. */
interface WrittenNumber {
  groups: readonly string[];
  separators: readonly string[];
}

/** The brand of the first payment card number in a readable text in upper case: Luhn's check and a known issuer range (P2.4). */
export function findPaymentCard(text: string): CardBrand | null {
  for (const match of [...text.matchAll(NUMBER), ...text.matchAll(WITH_SIGNS)]) {
    const { 0: written, index, 1: between, 2: betweenDigits } = match;
    const end = index + written.length;
    const hasWord = isNear(CARD_WORD, text, index, end);
    const sign = between ?? betweenDigits;
    if (sign !== undefined && LIST_SIGN.test(sign) && !hasWord) continue;
    const number = read(sign === undefined ? written : written.replaceAll(sign, ' '));
    const before = text.slice(Math.max(0, index - LONGEST_WORD), index);
    // E.164 allows 15 digits after the plus; no card is written with one.
    if (/\+ ?\(?$/.test(before) && number.groups.join('').length <= 15) continue;
    const rest = isPartOfCode(before, text.slice(end, end + LONGEST_WORD)) ? dropFirst(number) : number;
    const brand = findIn(rest, hasWord, isBefore(ORDINARY_WORD, text, index));
    if (brand) return brand;
  }
  return null;
}

/**
 * The brand of a card number whose beginning ends one readable text and whose end begins the next, if any. It is parted between
 * groups as a card has them, with four digits of it on each side at least: house numbers, floors and phones followed by something
 * else would now and then pass for a card in any other grouping.
 */
export function findSplitCard(first: string, second: string): CardBrand | null {
  const whole = groupsOf(/(?<![+\-.\p{L}\d]|\+ ?\()(?:\d[ \-_]{0,3})+$/u.exec(first.trimEnd())?.[0]);
  const tail = groupsOf(/^(?:\d[ \-_]{0,3})+/.exec(second.trimStart())?.[0]);
  const [number, ...rest] = whole;
  // A house number may stand before it, a floor behind it.
  const fronts = number !== undefined && number.length < LEAST_PART ? [whole, rest] : [whole];
  const backs = (tail.at(-1)?.length ?? 0) < LEAST_PART ? [tail, tail.slice(0, -1)] : [tail];
  for (const front of fronts) {
    for (const back of backs) {
      if (front.join('').length < LEAST_PART || back.join('').length < LEAST_PART) continue;
      const groups = [...front, ...back];
      const isInFours = groups.every((group, at) => group.length % 4 === 0 || at === groups.length - 1);
      const brand = isInFours || isAsPrinted(groups) ? brandOf(groups, false, true, true) : undefined;
      if (brand) return brand;
    }
  }
  return null;
}

function groupsOf(written = ''): string[] {
  return written.match(/\d+/g) ?? [];
}

function read(written: string): WrittenNumber {
  return { groups: written.match(/\d+/g) ?? [], separators: written.match(/\D+/g) ?? [] };
}

/** Parcels and orders have letters before their digits, or two before and two after; no code has letters all round. */
function isPartOfCode(before: string, after: string): boolean {
  const front = /\p{Script=Latin}+$/u.exec(before)?.[0];
  const back = /^\p{Script=Latin}+/u.exec(after)?.[0];
  if (front === undefined || NUMBER_WORD.test(front) || CARD_WORD.test(front)) return false;
  return back === undefined || (front.length === 2 && back.length === 2);
}

function dropFirst({ groups, separators }: WrittenNumber): WrittenNumber {
  return { groups: groups.slice(1), separators: separators.slice(1) };
}

/** The whole number in any grouping, or a part of it that is written as a card is printed (an expiry date may follow). */
function findIn(number: WrittenNumber, hasWord: boolean, isOrdinary: boolean): CardBrand | undefined {
  const { groups, separators } = number;
  const isEven = new Set(separators).size <= 1;
  const whole = brandOf(groups, hasWord, isEven || hasWord, isOrdinary);
  if (whole) return whole;
  for (let start = 0; start < groups.length; start++) {
    for (let end = start + 1; end <= groups.length; end++) {
      const part = groups.slice(start, end);
      const brand = isAsPrinted(part) ? brandOf(part, hasWord, false, isOrdinary) : undefined;
      if (brand) return brand;
      if (part.join('').length > 19) break;
    }
  }
  return undefined;
}

function brandOf(
  groups: readonly string[],
  hasWord: boolean,
  anyGrouping: boolean,
  isOrdinary: boolean,
): CardBrand | undefined {
  const digits = groups.join('');
  const range = cardRangeOf(digits, hasWord);
  if (!range || !passesLuhn(digits)) return undefined;
  if (range.yieldsToGoods && !hasWord && (isOrdinary || groups.length > 1 || isGoodsOrPhone(digits))) return undefined;
  const mayBeGroupedFreely = anyGrouping && (hasWord || !range.asPrintedOnly);
  return mayBeGroupedFreely || isAsPrinted(groups) ? range.brand : undefined;
}

function isGoodsOrPhone(digits: string): boolean {
  return passesGs1(digits) || (parsePhoneNumberFromString(`+${digits}`)?.isValid() ?? false);
}

/** In one piece, digit by digit, in groups of four with a shorter last one, or 4-6-5, 4-6-4 and 6-10 to 6-13. */
function isAsPrinted(groups: readonly string[]): boolean {
  const sizes = groups.map((group) => group.length);
  if (sizes.length === 1 || sizes.every((size) => size === 1)) return true;
  if (/^(?:4,6,[45]|6,1[0-3])$/.test(sizes.join())) return true;
  return sizes.every((size, at) => (at < sizes.length - 1 ? size === 4 : size <= 4));
}
