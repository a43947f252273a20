import type { CardInput, CardProblem } from '../sessions/card-details.ts';
import type { DeclineCode } from '../sessions/session-store.ts';
import type { TestCardName } from '../sessions/test-cards.ts';

/** What a status page says. */
export type StatusMessage = { title: string; text: string };

/** Every sentence of the hosted page; amounts, times and names come already formatted. */
export type PageMessages = {
  institution: string;
  sandbox: string;
  languages: string;
  errorPrefix: string;
  payTo: (merchant: string) => string;
  amount: string;
  reference: string;
  timeLeft: (duration: string) => string;
  noMoney: string;
  cardDetails: string;
  cardNumber: string;
  cardNumberHint: string;
  expiry: string;
  expiryHint: string;
  cvc: string;
  cvcHint: string;
  pay: (amount: string) => string;
  backTo: (merchant: string) => string;
  cancel: (merchant: string) => string;
  testCards: string;
  testCardsIntro: string;
  fillIn: string;
  testCardEffects: Record<TestCardName, (merchant: string, delay: string) => string>;
  promise: string;
  toldOnly: string;
  checkFields: string;
  problems: Record<keyof CardInput, Partial<Record<CardProblem, string>> & { missing: string; invalid: string }>;
  declined: Record<DeclineCode, string>;
  declinedTitle: string;
  attemptsLeft: (count: number) => string;
  tooManyAttempts: StatusMessage;
  paid: StatusMessage;
  processing: StatusMessage;
  lookAgain: string;
  refunded: StatusMessage;
  partlyRefunded: StatusMessage;
  expired: StatusMessage;
  cancelled: StatusMessage;
  notFound: StatusMessage;
  /** What the house itself says, where no payment is meant. */
  home: StatusMessage;
};
