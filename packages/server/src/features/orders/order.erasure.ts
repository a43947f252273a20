import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import type { SealedFieldName } from '../../privacy/vault/field-registry.ts';
import { Order } from './order.entity.ts';
import { removeOrders } from './remove-orders.ts';

/** The sealed fields of an order and the properties that hold them. */
export const ORDER_FIELDS = {
  'order.email': 'email',
  'order.recipientName': 'recipientName',
  'order.deliveryAddress': 'address',
  'order.phone': 'phone',
  'order.content': 'content',
} as const satisfies Partial<Record<SealedFieldName, keyof Order>>;

const FIELDS = Object.keys(ORDER_FIELDS) as (keyof typeof ORDER_FIELDS)[];

/**
 * An order goes with its subject, with links, codes and the fingerprints of its request; sales and tax ledger, and its reduced form, keep
 * what the books need, about nobody (D4). All that is sealed in it is part of the download of one's data.
 */
export function registerOrderErasure(registry: PrivacyRegistry): void {
  // They go with the order; named here so that nobody looks for them in vain.
  registry.registerErasure({ name: 'codes of orders', entity: 'OrderCode', fields: [], erase: async () => 0 });
  registry.registerErasure({
    name: 'orders',
    entity: 'Order',
    fields: FIELDS,
    erase: async (em, subjectId) => removeOrders(em, await em.find(Order, { subjectId })),
    // Paid goods are owed to somebody, and only the order says to whom.
    hold: async (em, subjectId) =>
      (await em.count(Order, { subjectId, state: 'PAID', deliveredAt: null })) > 0 ? 'UNDER_WAY' : null,
  });
  registry.registerDownload({
    name: 'orders',
    fields: FIELDS,
    collect: async (em, subjectId) => {
      const orders = await em.find(Order, { subjectId }, { orderBy: { placedAt: 'asc' } });
      return orders.flatMap((order) =>
        FIELDS.flatMap((field) => {
          const sealed = order[ORDER_FIELDS[field]];
          return sealed ? [{ field, sealed }] : [];
        }),
      );
    },
  });
}
