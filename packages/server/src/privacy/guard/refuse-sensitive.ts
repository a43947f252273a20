import { findNationalId } from './find-national-id.ts';
import { findPaymentCard, findSplitCard } from './find-payment-card.ts';
import { withoutHarmlessNumbers } from './harmless-numbers.ts';
import { readableText } from './readable-text.ts';

/** The kinds of values that the shop never takes in free text (P2.4). */
export type SensitiveKind = 'PAYMENT_CARD' | 'NATIONAL_ID';

/** What was found; `format` is one of KNOWN_FORMATS. It never holds the value. */
export interface SensitiveFinding {
  kind: SensitiveKind;
  format: string;
}

/**
 * Door In for free text: the payment card or national identity number that a text holds, or null. Callers refuse the field before
 * anything stores or logs it, and name the field and the kind, never the value (P2.4, D23).
 *
 * It keeps people from leaving such numbers by mistake or habit; whoever hides one on purpose finds a way. Not covered on purpose,
 * since ordinary text would be refused as well: numbers in words ("four two four two"); digits with a letter or word between them;
 * a card directly after letters and nothing after it (`YT4242…`, as parcels and orders are written); Visa's old 13 digits in groups,
 * beside an EAN's check digit or where they can be dialled; groups that are parted by unlike signs or by the signs of a list
 * (`4242, 4242, …`); a number over three fields, over two lines of one field, over a field and a postal code, or parted
 * within a group; an old 15-digit
 * resident number of China without a word that names it.
 */
export function refuseSensitive(text: string): SensitiveFinding | null {
  const readable = lookedAt(text);
  const card = findPaymentCard(readable);
  if (card) return { kind: 'PAYMENT_CARD', format: card };
  const nationalId = findNationalId(readable);
  return nationalId ? { kind: 'NATIONAL_ID', format: nationalId } : null;
}

/** Door In for neighbouring fields: the payment card number that only both texts together hold, or null. */
export function refuseSplit(first: string, second: string): SensitiveFinding | null {
  const card = findSplitCard(lookedAt(first), lookedAt(second));
  return card && { kind: 'PAYMENT_CARD', format: card };
}

function lookedAt(text: string): string {
  return withoutHarmlessNumbers(readableText(text).toUpperCase());
}
