import type { Category } from './category.ts';

/** What starts the clock of a retention rule. */
export type RetentionClock =
  | 'ORDER_PLACED'
  | 'ORDER_DELIVERED'
  | 'PAYMENT_SETTLED'
  | 'CASE_CLOSED'
  | 'ACCOUNT_LAST_USED'
  | 'CONSENT_WITHDRAWN'
  | 'ROLE_ENDED';

/** How long a category is kept and what happens then (P4.5, DPV `dpv:StorageDuration`). */
export interface RetentionRule {
  readonly clock: RetentionClock;
  /** Days from the start of the clock. */
  readonly days: number;
  /** `ERASE` deletes the value; `REDUCE` keeps what the books need, linked to nobody. */
  readonly outcome: 'ERASE' | 'REDUCE';
  /** One plain sentence for the data map. */
  readonly description: string;
}

const YEAR = 365;

/** The default rule of each category; an operator may shorten, never drop, one. */
export const RETENTION: Readonly<Record<Category, RetentionRule>> = {
  NAME: rule('ORDER_DELIVERED', 90, 'ERASE', '90 days after delivery'),
  EMAIL: rule('ORDER_DELIVERED', 2 * YEAR, 'ERASE', 'two years after delivery, for warranty'),
  PHONE: rule('ORDER_DELIVERED', 90, 'ERASE', '90 days after delivery'),
  DELIVERY_ADDRESS: rule('ORDER_DELIVERED', 90, 'ERASE', '90 days after delivery'),
  ORDER_RECORD: rule('ORDER_PLACED', 2 * YEAR, 'REDUCE', 'two years, then reduced to amounts for the books'),
  PAYMENT_REFERENCE: rule('PAYMENT_SETTLED', 2 * YEAR, 'ERASE', 'two years after the payment, for refunds'),
  MESSAGE: rule(
    'CASE_CLOSED',
    YEAR,
    'ERASE',
    'mails until they are sent, a week at most; the rest one year after the case was closed',
  ),
  CREDENTIAL: rule('ACCOUNT_LAST_USED', 2 * YEAR, 'ERASE', 'two years after the account was last used'),
  CONSENT: rule('CONSENT_WITHDRAWN', 3 * YEAR, 'ERASE', 'three years after withdrawal, as proof'),
  PREFERENCE: rule('ACCOUNT_LAST_USED', 2 * YEAR, 'ERASE', 'two years after the account was last used'),
  BUSINESS_CONTACT: rule('ROLE_ENDED', 90, 'ERASE', '90 days after the role or agreement ended'),
};

/** The rules whose days an operator may shorten: that of each category, and those of what no category says. */
export type RetentionRuleName =
  | Category
  /** All that is personal in an order that ended without being paid, from its end. */
  | 'UNPAID_ORDER'
  /** A mail that no relay takes, from its queueing; one that is sent goes at once. */
  | 'MAIL'
  /** What the books keep of a paid order when all that was personal in it is gone, from its payment. */
  | 'BOOKS';

/** For how many days each rule keeps. */
export type RetentionDays = Readonly<Record<RetentionRuleName, number>>;

/** The longest that each rule may keep, which is what it does unless the operator has it shorter. */
export const LONGEST_RETENTION_DAYS: RetentionDays = {
  ...(Object.fromEntries(Object.entries(RETENTION).map(([category, { days }]) => [category, days])) as Record<
    Category,
    number
  >),
  UNPAID_ORDER: 1,
  MAIL: 7,
  BOOKS: 10 * YEAR,
};

function rule(
  clock: RetentionClock,
  days: number,
  outcome: RetentionRule['outcome'],
  description: string,
): RetentionRule {
  return { clock, days, outcome, description };
}
