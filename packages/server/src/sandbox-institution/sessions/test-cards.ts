import type { DeclineCode } from './session-store.ts';

/** What a test card is for; the hosted page explains each. */
export type TestCardName = 'success' | 'declined' | 'insufficient' | 'late' | 'refundFails';

/** A card number that exists only here, and what the simulated bank does with it. */
export type TestCard = {
  name: TestCardName;
  number: string;
  declines?: DeclineCode;
  /** Paid, but the merchant hears of it late. */
  lateWebhook?: boolean;
  /** Paid, but refunds of the payment fail. */
  refundsFail?: boolean;
};

/** The only cards this institution knows. */
export const testCards: readonly TestCard[] = [
  { name: 'success', number: '4242424242424242' },
  { name: 'declined', number: '4000000000000002', declines: 'card_declined' },
  { name: 'insufficient', number: '4000000000009995', declines: 'insufficient_funds' },
  { name: 'late', number: '4000000000000077', lateWebhook: true },
  { name: 'refundFails', number: '4000000000005126', refundsFail: true },
];

/** The test card with this name, if any. */
export function testCardNamed(name: string | null): TestCard | undefined {
  return testCards.find((card) => card.name === name);
}

/** A card number in groups of four, as it is printed on a card. */
export function groupDigits(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}
