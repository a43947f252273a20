import { OrderState } from '@barrier/schema/orders/order-state.ts';

/**
 * Where an order can go from where it stands. A payment may succeed after the lapse or a cancellation, since the
 * institution's word takes its time (D15): a lapsed order then is paid after all if its goods are still there, and
 * paid back if not; a cancelled one is always paid back.
 */
const TRANSITIONS: Readonly<Record<OrderState, readonly OrderState[]>> = checked({
  AWAITING_PAYMENT: ['PAID', 'LAPSED', 'CANCELLED'],
  PAID: ['REFUNDED'],
  LAPSED: ['PAID', 'REFUNDED'],
  CANCELLED: ['REFUNDED'],
  REFUNDED: [],
});

/** Whether an order in one state may enter another. */
export function mayBecome(from: OrderState, to: OrderState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** States in which nothing can happen any more. */
export function isFinal(state: OrderState): boolean {
  return TRANSITIONS[state].length === 0;
}

/** A table that forgets a state, names an unknown one or leaves one out of reach must not load. */
function checked(table: Record<OrderState, readonly OrderState[]>): Record<OrderState, readonly OrderState[]> {
  const reached = new Set<OrderState>(['AWAITING_PAYMENT']);
  for (const state of reached) for (const next of table[state] ?? []) reached.add(next);
  const wrong = [...new Set([...Object.keys(OrderState), ...Object.keys(table), ...reached])].filter(
    (state) => !(state in OrderState) || !(state in table) || !reached.has(state as OrderState),
  );
  if (wrong.length > 0) throw new Error(`The lifecycle of orders is wrong about ${wrong.join(', ')}.`);
  return table;
}
