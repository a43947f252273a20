import { passesGs1, passesIban } from './check-digits.ts';

const UPS = /(?<![A-Z0-9])1Z(?: ?[A-Z0-9]){16}(?![A-Z0-9])/g;
const AMAZON_ORDER = /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/g;
const LONG_NUMBER = /(?<![A-Z0-9])\d(?: ?\d){19,33}(?![A-Z0-9])/g;
const IBAN_START = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/g;
const IBAN_LENGTHS = { shortest: 15, longest: 34 };

/**
 * A text (upper case) without the long numbers that carry a proof of being something else: a parcel (UPS; USPS and SSCC by their
 * check digit), an Amazon order, a bank account. Parts of them would now and then pass for a card.
 */
export function withoutHarmlessNumbers(text: string): string {
  return text
    .replace(UPS, '\n')
    .replace(AMAZON_ORDER, '\n')
    .replace(LONG_NUMBER, (number) => (isParcel(number.replaceAll(' ', '')) ? '\n' : number))
    .replace(IBAN_START, withoutIban);
}

/** USPS Intelligent Mail package barcodes (alone or after 420 and the ZIP code) and GS1 serial shipping container codes. */
function isParcel(digits: string): boolean {
  const usps = /^(?:420(?:\d{5}|\d{9}))?(9[1-5]\d{18}(?:\d{2})?)$/.exec(digits)?.[1];
  if (usps) return passesGs1(usps);
  return /^00\d{18}$/.test(digits) && passesGs1(digits.slice(2));
}

/** What follows an IBAN may look like more of it: the longest beginning with a valid check counts. */
function withoutIban(candidate: string): string {
  const compact = candidate.replaceAll(' ', '');
  for (let length = Math.min(compact.length, IBAN_LENGTHS.longest); length >= IBAN_LENGTHS.shortest; length--) {
    if (passesIban(compact.slice(0, length))) return `\n${compact.slice(length)}`;
  }
  return candidate;
}
