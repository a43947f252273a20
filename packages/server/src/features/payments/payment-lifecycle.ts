/** Where a payment stands. */
export type PaymentState =
  /** Of an order that was just placed; the institution may not know of it yet. */
  | 'CREATED'
  /** The institution has a session for it, in which the customer can pay. */
  | 'OPEN'
  /** Its time is over; the institution was not yet heard. Nothing is released meanwhile (D15). */
  | 'LAPSING'
  | 'SUCCEEDED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'REFUND_PENDING'
  | 'REFUNDED'
  /** The institution could not pay back: somebody has to. */
  | 'REFUND_FAILED';

/** What can happen to a payment. */
export type PaymentAct =
  | 'open'
  | 'succeed'
  | 'cancel'
  | 'lapse'
  | 'expire'
  /** The money is to go back. */
  | 'payBack'
  | 'paidBack'
  | 'payBackFailed';

/** One permitted change of state. */
export interface PaymentTransition {
  readonly from: PaymentState;
  readonly act: PaymentAct;
  readonly to: PaymentState;
}

/** Every change of state there is; what is not listed is refused. */
const TRANSITIONS: readonly PaymentTransition[] = [
  { from: 'CREATED', act: 'open', to: 'OPEN' },
  // The process may have died before it stored the session that was paid meanwhile.
  { from: 'CREATED', act: 'succeed', to: 'SUCCEEDED' },
  { from: 'CREATED', act: 'cancel', to: 'CANCELLED' },
  { from: 'CREATED', act: 'lapse', to: 'LAPSING' },
  { from: 'CREATED', act: 'payBack', to: 'REFUND_PENDING' },
  { from: 'OPEN', act: 'succeed', to: 'SUCCEEDED' },
  { from: 'OPEN', act: 'cancel', to: 'CANCELLED' },
  { from: 'OPEN', act: 'lapse', to: 'LAPSING' },
  { from: 'OPEN', act: 'payBack', to: 'REFUND_PENDING' },
  { from: 'LAPSING', act: 'succeed', to: 'SUCCEEDED' },
  { from: 'LAPSING', act: 'cancel', to: 'CANCELLED' },
  { from: 'LAPSING', act: 'expire', to: 'EXPIRED' },
  { from: 'LAPSING', act: 'payBack', to: 'REFUND_PENDING' },
  // A success that arrives after all: kept if the goods are still there, paid back if not (D15).
  { from: 'EXPIRED', act: 'succeed', to: 'SUCCEEDED' },
  { from: 'EXPIRED', act: 'payBack', to: 'REFUND_PENDING' },
  { from: 'CANCELLED', act: 'payBack', to: 'REFUND_PENDING' },
  { from: 'SUCCEEDED', act: 'payBack', to: 'REFUND_PENDING' },
  { from: 'REFUND_PENDING', act: 'paidBack', to: 'REFUNDED' },
  { from: 'REFUND_PENDING', act: 'payBackFailed', to: 'REFUND_FAILED' },
  { from: 'REFUND_FAILED', act: 'payBack', to: 'REFUND_PENDING' },
  { from: 'REFUND_FAILED', act: 'paidBack', to: 'REFUNDED' },
];

const START: PaymentState = 'CREATED';
const FINAL: readonly PaymentState[] = ['REFUNDED'];

/** The state that an act leads to, or null where the table has none. */
export function stateAfter(from: PaymentState, act: PaymentAct): PaymentState | null {
  return TRANSITIONS.find((transition) => transition.from === from && transition.act === act)?.to ?? null;
}

/** Whether a payment in this state can still be paid by the customer. */
export function isPayable(state: PaymentState): boolean {
  return state === 'CREATED' || state === 'OPEN';
}

/** An act that the table does not permit; the caller's transaction must be rolled back. */
export class PaymentTransitionError extends Error {
  override readonly name = 'PaymentTransitionError';
  readonly code = 'PAYMENT_TRANSITION';
}

/** Moves a payment, whose row the caller has locked. @throws {PaymentTransitionError} */
export function movePayment(payment: { state: PaymentState }, act: PaymentAct): void {
  const next = stateAfter(payment.state, act);
  if (!next) throw new PaymentTransitionError(`A payment that is ${payment.state} does not ${act}.`);
  payment.state = next;
}

/** Throws when a table contradicts itself: two outcomes of an act, a way out of a final state, a dead end, a state out of reach. */
export function checkPaymentLifecycle(
  table: readonly PaymentTransition[],
  start: PaymentState,
  final: readonly PaymentState[],
): void {
  const seen = new Set<string>();
  for (const { from, act } of table) {
    if (seen.has(`${from} ${act}`)) throw new Error(`Payment lifecycle: ${act} in ${from} has two outcomes.`);
    if (final.includes(from)) throw new Error(`Payment lifecycle: the final state ${from} has a way out.`);
    seen.add(`${from} ${act}`);
  }
  const reached = new Set<PaymentState>([start]);
  for (const state of reached) {
    const onward = table.filter(({ from }) => from === state);
    if (onward.length === 0 && !final.includes(state)) throw new Error(`Payment lifecycle: ${state} is a dead end.`);
    for (const { to } of onward) reached.add(to);
  }
  for (const state of [...table.map(({ from }) => from), ...final]) {
    if (!reached.has(state)) throw new Error(`Payment lifecycle: ${state} is out of reach.`);
  }
}

checkPaymentLifecycle(TRANSITIONS, START, FINAL);
