import type { Category } from '@barrier/schema/privacy/category.ts';
import { RETENTION } from '@barrier/schema/privacy/retention.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { type SealedFieldName, sealedField } from '../../privacy/vault/field-registry.ts';
import { Order } from './order.entity.ts';
import { ORDER_FIELDS } from './order.erasure.ts';

const DAY_MS = 86_400_000;

/**
 * The values of an order go category by category (P4.5): name, address and phone first, then the e-mail address with its blind
 * index (D2), last the goods; state and sums stay. What was never delivered counts from its end.
 */
export function registerOrderRetention(registry: PrivacyRegistry): void {
  for (const [field, property] of Object.entries(ORDER_FIELDS) as [keyof typeof ORDER_FIELDS, keyof Order][]) {
    const { category } = sealedField(field as SealedFieldName);
    const gone = property === 'email' ? { email: null, emailIndex: null, limitIndex: null } : { [property]: null };
    registry.registerRetention({
      name: `${field} of orders`,
      category,
      fields: [field],
      due: async (em, now, limit) => {
        const orders = await em.find(
          Order,
          { ...overSince(category, now), [property]: { $ne: null } },
          { fields: ['subjectId'], limit },
        );
        return [...new Set(orders.map(({ subjectId }) => subjectId))];
      },
      apply: (em, subjectId, now) =>
        em.nativeUpdate(Order, { ...overSince(category, now), subjectId, [property]: { $ne: null } }, gone),
    });
  }
}

function overSince(category: Category, now: Date) {
  const { clock, days } = RETENTION[category];
  const before = { $lt: new Date(now.getTime() - days * DAY_MS) };
  if (clock === 'ORDER_PLACED') return { placedAt: before };
  return { $or: [{ deliveredAt: before }, { deliveredAt: null, closedAt: before }] };
}
