import type { Category } from '@barrier/schema/privacy/category.ts';
import { RETENTION, type RetentionClock } from '@barrier/schema/privacy/retention.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import type { Order } from './order.entity.ts';

const DAY_MS = 86_400_000;

/** The dates of an order that retention counts from. */
export type OrderDates = Pick<Order, 'placedAt' | 'deliveredAt' | 'closedAt'>;

/**
 * The day from which an order's values of a category are erased (ISO 8601 date); null while its clock has not started. What was
 * never delivered counts from its end.
 */
export function keptUntil(order: OrderDates, category: Category): string | null {
  return keptFrom(startOf(order, RETENTION[category].clock), category);
}

/** The day from which a value of a category is erased whose clock started then, or not yet. */
export function keptFrom(start: Date | null, category: Category): string | null {
  return start ? dayOf(new Date(start.getTime() + RETENTION[category].days * DAY_MS)) : null;
}

function startOf({ placedAt, deliveredAt, closedAt }: OrderDates, clock: RetentionClock): Date | null {
  if (clock === 'ORDER_PLACED') return placedAt;
  return clock === 'ORDER_DELIVERED' ? (deliveredAt ?? closedAt ?? null) : null;
}
