import type { Category } from '@barrier/schema/privacy/category.ts';
import { RETENTION } from '@barrier/schema/privacy/retention.ts';
import type { FilterQuery } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../platform/orm/stored-moment.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { type SealedFieldName, sealedField } from '../../privacy/vault/field-registry.ts';
import { Order } from './order.entity.ts';
import { ORDER_FIELDS } from './order.erasure.ts';
import { removeOrders } from './remove-orders.ts';

const DAY_MS = 86_400_000;

const FIELDS = Object.keys(ORDER_FIELDS) as (keyof typeof ORDER_FIELDS)[];

/** What an order is without when its last value is gone. */
const EMPTY = Object.fromEntries(FIELDS.map((field) => [ORDER_FIELDS[field], null]));

/**
 * The values of an order go category by category (P4.5): name, address and phone first, then the e-mail address with its blind
 * index (D2), last the goods; then the order is reduced to what the books need. What was never delivered counts from its end; what ended
 * unpaid was for nothing and goes as a whole. An order under way is left alone.
 */
export function registerOrderRetention(registry: PrivacyRegistry): void {
  registerUnpaid(registry);
  for (const field of FIELDS) {
    const property = ORDER_FIELDS[field];
    const { category } = sealedField(field satisfies SealedFieldName);
    const gone = property === 'email' ? { email: null, emailIndex: null, limitIndex: null } : { [property]: null };
    const over = (now: Date) => overSince(category, daysBefore(now, registry.retentionDays[category]));
    registry.registerRetention({
      name: `${field} of orders`,
      category,
      fields: [field],
      due: async (em, now, limit) => {
        const found = over(now).map((where) => ({ ...where, [property]: { $ne: null } }));
        return findSubjects(em, found, limit);
      },
      apply: async (em, subjectId, now) => {
        let erased = 0;
        for (const where of over(now)) {
          erased += await em.nativeUpdate(Order, { ...where, subjectId, [property]: { $ne: null } }, gone);
        }
        const emptied = await em.find(Order, { ...EMPTY, subjectId });
        await removeOrders(em, emptied);
        return erased;
      },
    });
  }
}

/** Orders that ended unpaid. Money that came too late and was not paid back yet leaves an order its own time: somebody is owed it. */
const UNPAID = `state in ('LAPSED', 'CANCELLED') and closed_at < ?
  and not exists (select 1 from payment where payment.order_id = placed_order.id and payment.settled_at is not null)`;

function registerUnpaid(registry: PrivacyRegistry): void {
  const closedBefore = (em: SqlEntityManager, now: Date) =>
    storedMoment(daysBefore(now, registry.retentionDays.UNPAID_ORDER), sqlIn(em).dialect);
  registry.registerRetention({
    name: 'unpaid orders',
    category: 'ORDER_RECORD',
    fields: FIELDS,
    due: async (em, now, limit) => {
      const orders = await sqlIn(em).run<{ subject: string }>(
        `select distinct subject_id as subject from placed_order where ${UNPAID} limit ?`,
        [closedBefore(em, now), limit],
      );
      return orders.map(({ subject }) => subject);
    },
    apply: async (em, subjectId, now) => {
      const orders = await sqlIn(em).run<{ id: string }>(
        `select id from placed_order where ${UNPAID} and subject_id = ?`,
        [closedBefore(em, now), subjectId],
      );
      return removeOrders(em, await em.find(Order, { id: { $in: orders.map(({ id }) => id) } }));
    },
  });
}

type OrderDue = Exclude<FilterQuery<Order>, string> & object;

/** The orders whose time is over, in the parts that an index serves; none of them is under way. */
function overSince(category: Category, before: Date): OrderDue[] {
  if (RETENTION[category].clock === 'ORDER_PLACED') {
    const placedAt = { $lt: before };
    return [
      { placedAt, deliveredAt: { $ne: null } },
      { placedAt, closedAt: { $ne: null } },
    ];
  }
  return [{ deliveredAt: { $lt: before } }, { deliveredAt: null, closedAt: { $lt: before } }];
}

async function findSubjects(em: SqlEntityManager, parts: OrderDue[], limit: number): Promise<string[]> {
  const found = new Set<string>();
  for (const where of parts) {
    if (found.size >= limit) break;
    const orders = await em.find(Order, where, { fields: ['subjectId'], limit });
    for (const { subjectId } of orders) found.add(subjectId);
  }
  return [...found].slice(0, limit);
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
