import { findNationalId } from './find-national-id.ts';
import { findPaymentCard } from './find-payment-card.ts';
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
 */
export function refuseSensitive(text: string): SensitiveFinding | null {
  const readable = withoutHarmlessNumbers(readableText(text).toUpperCase());
  const card = findPaymentCard(readable);
  if (card) return { kind: 'PAYMENT_CARD', format: card };
  const nationalId = findNationalId(readable);
  return nationalId ? { kind: 'NATIONAL_ID', format: nationalId } : null;
}
