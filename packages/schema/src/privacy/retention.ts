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
}

const YEAR = 365;

/** The rule of each category, with the longest days; what is said of it to customers is in `kept-texts.ts`. */
export const RETENTION: Readonly<Record<Category, RetentionRule>> = {
  NAME: rule('ORDER_DELIVERED', 90, 'ERASE'),
  EMAIL: rule('ORDER_DELIVERED', 2 * YEAR, 'ERASE'),
  PHONE: rule('ORDER_DELIVERED', 90, 'ERASE'),
  DELIVERY_ADDRESS: rule('ORDER_DELIVERED', 90, 'ERASE'),
  ORDER_RECORD: rule('ORDER_PLACED', 2 * YEAR, 'REDUCE'),
  PAYMENT_REFERENCE: rule('PAYMENT_SETTLED', 2 * YEAR, 'ERASE'),
  MESSAGE: rule('CASE_CLOSED', YEAR, 'ERASE'),
  CREDENTIAL: rule('ACCOUNT_LAST_USED', 2 * YEAR, 'ERASE'),
  CONSENT: rule('CONSENT_WITHDRAWN', 3 * YEAR, 'ERASE'),
  PREFERENCE: rule('ACCOUNT_LAST_USED', 2 * YEAR, 'ERASE'),
  BUSINESS_CONTACT: rule('ROLE_ENDED', 90, 'ERASE'),
};

/** The rules whose days an operator may shorten: that of each category, and those of what no category says. */
export type RetentionRuleName =
  | Category
  /** All that is personal in an order that ended without being paid, from its end. */
  | 'UNPAID_ORDER'
  /** A mail that no relay takes, from its queueing; one that is sent goes at once. */
  | 'MAIL'
  /** A copy of somebody's data that they asked for and did not fetch. */
  | 'DOWNLOAD'
  /** An account whose address nobody confirmed, from its opening. */
  | 'UNCONFIRMED_ACCOUNT'
  /** What the books keep of a paid order when all that was personal in it is gone, from its payment. */
  | 'BOOKS'
  /** The receipt of an erasure, which is about nobody, from the day on which that is final. */
  | 'ERASURE_RECEIPT';

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
  DOWNLOAD: 1,
  UNCONFIRMED_ACCOUNT: 7,
  BOOKS: 10 * YEAR,
  ERASURE_RECEIPT: YEAR,
};

function rule(clock: RetentionClock, days: number, outcome: RetentionRule['outcome']): RetentionRule {
  return { clock, days, outcome };
}
