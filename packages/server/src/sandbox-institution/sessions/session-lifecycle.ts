/** Where a payment session stands. */
export type SessionState =
  | 'OPEN'
  | 'PROCESSING'
  | 'SUCCEEDED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'EXPIRED'
  | 'CANCELLED';

/** What can be done to a session. */
export type SessionAct =
  | 'authorise'
  | 'approve'
  | 'decline'
  | 'interrupt'
  | 'expire'
  | 'cancel'
  | 'refundPart'
  | 'refundAll';

/** What the merchant is told about. */
export type EventType =
  | 'payment.succeeded'
  | 'payment.declined'
  | 'payment.cancelled'
  | 'session.expired'
  | 'refund.succeeded'
  | 'refund.failed';

/** One permitted change of state, and the webhook that announces it. */
export type Transition = { from: SessionState; act: SessionAct; to: SessionState; announces?: EventType };

/** Every change of state there is; what is not listed is refused. */
export const transitions: readonly Transition[] = [
  { from: 'OPEN', act: 'authorise', to: 'PROCESSING' },
  { from: 'OPEN', act: 'expire', to: 'EXPIRED', announces: 'session.expired' },
  { from: 'OPEN', act: 'cancel', to: 'CANCELLED', announces: 'payment.cancelled' },
  { from: 'PROCESSING', act: 'approve', to: 'SUCCEEDED', announces: 'payment.succeeded' },
  // A decline leaves the session open for another card; the attempt is counted.
  { from: 'PROCESSING', act: 'decline', to: 'OPEN', announces: 'payment.declined' },
  // The process died while the bank was deciding. Nothing was captured, so the payer may try again.
  { from: 'PROCESSING', act: 'interrupt', to: 'OPEN' },
  // Money is captured by `approve` alone, so expiring here releases the bank's hold. The merchant has its sure answer at once (D15).
  { from: 'PROCESSING', act: 'expire', to: 'EXPIRED', announces: 'session.expired' },
  { from: 'SUCCEEDED', act: 'refundPart', to: 'PARTIALLY_REFUNDED', announces: 'refund.succeeded' },
  { from: 'SUCCEEDED', act: 'refundAll', to: 'REFUNDED', announces: 'refund.succeeded' },
  { from: 'PARTIALLY_REFUNDED', act: 'refundPart', to: 'PARTIALLY_REFUNDED', announces: 'refund.succeeded' },
  { from: 'PARTIALLY_REFUNDED', act: 'refundAll', to: 'REFUNDED', announces: 'refund.succeeded' },
];

/** States that nothing leaves. */
export const finalStates: readonly SessionState[] = ['REFUNDED', 'EXPIRED', 'CANCELLED'];

/** The transition for an act in a state, or undefined where the table has none. */
export function transitionFor(from: SessionState, act: SessionAct): Transition | undefined {
  return transitions.find((transition) => transition.from === from && transition.act === act);
}

/** Throws when a table contradicts itself: an act with two outcomes, a state out of reach, a final state with a way out, a dead end. */
export function checkLifecycle(
  table: readonly Transition[],
  start: SessionState,
  final: readonly SessionState[],
): void {
  const seen = new Set<string>();
  for (const { from, act } of table) {
    if (seen.has(`${from} ${act}`)) throw new Error(`Lifecycle: ${act} in ${from} has two outcomes`);
    if (final.includes(from)) throw new Error(`Lifecycle: the final state ${from} has a way out`);
    seen.add(`${from} ${act}`);
  }
  const reached = new Set<SessionState>([start]);
  for (const state of reached) {
    const onward = table.filter((transition) => transition.from === state);
    if (onward.length === 0 && !final.includes(state)) throw new Error(`Lifecycle: ${state} is a dead end`);
    for (const { to } of onward) reached.add(to);
  }
  for (const state of [...table.map(({ from }) => from), ...final]) {
    if (!reached.has(state)) throw new Error(`Lifecycle: ${state} is out of reach`);
  }
}

checkLifecycle(transitions, 'OPEN', finalStates);
