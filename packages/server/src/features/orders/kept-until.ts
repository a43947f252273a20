import type { Category } from '@barrier/schema/privacy/category.ts';
import type { KeptClock, KeptTerms } from '@barrier/schema/privacy/kept-because.ts';
import { RETENTION, type RetentionClock, type RetentionDays } from '@barrier/schema/privacy/retention.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import type { Payment } from '../payments/payment.entity.ts';
import type { Order } from './order.entity.ts';

const DAY_MS = 86_400_000;

/** What of an order, and of its payment, retention counts from. */
export interface OrderClocks {
  readonly order: Pick<Order, 'state' | 'placedAt' | 'deliveredAt' | 'closedAt'>;
  readonly payment: Pick<Payment, 'expiresAt' | 'settledAt'> | null;
  readonly days: RetentionDays;
}

/**
 * The day from which an order's values of a category are erased (ISO 8601 date); null while its clock has not started. What was
 * never delivered counts from its end, and an order that ended unpaid is not kept as long. As in the `*.retention.ts` of orders and payments.
 */
export function keptUntil(clocks: OrderClocks, category: Category): string | null {
  return keptTerms(clocks, category).until;
}

/** The same with its reason: which clock counts, and how many days. */
export function keptTerms(clocks: OrderClocks, category: Category): KeptTerms {
  const { order, payment, days } = clocks;
  const after = (start: Date | null | undefined, kept: number, clock: KeptClock): KeptTerms => ({
    until: start ? dayOf(new Date(start.getTime() + kept * DAY_MS)) : null,
    days: kept,
    clock,
  });
  if (endedUnpaid(clocks)) {
    const end = category === 'PAYMENT_REFERENCE' ? payment?.expiresAt : order.closedAt;
    return after(end, days.UNPAID_ORDER, 'ORDER_ENDED_UNPAID');
  }
  const { clock } = RETENTION[category];
  const isClosed = clock === 'ORDER_DELIVERED' && !order.deliveredAt && order.closedAt;
  return after(STARTS[clock]?.(clocks), days[category], isClosed ? 'ORDER_CLOSED' : clock);
}

/** Where the clocks that an order has to do with start. */
const STARTS: Readonly<Partial<Record<RetentionClock, (clocks: OrderClocks) => Date | null | undefined>>> = {
  ORDER_PLACED: ({ order }) => order.placedAt,
  ORDER_DELIVERED: ({ order }) => order.deliveredAt ?? order.closedAt,
  PAYMENT_SETTLED: ({ payment }) => payment?.settledAt,
};

/** Money that came too late, and is to be paid back, makes it no unpaid one. */
function endedUnpaid({ order, payment }: OrderClocks): boolean {
  return (order.state === 'LAPSED' || order.state === 'CANCELLED') && !payment?.settledAt;
}
