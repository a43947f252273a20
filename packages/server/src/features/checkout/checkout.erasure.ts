import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Order } from '../orders/order.entity.ts';
import { PlacedRequest } from './placed-request.entity.ts';

/** Fingerprints of requests go with the subject of the order that they placed (D2). Registered before the orders. */
export function registerCheckoutErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'fingerprints of requests',
    entity: 'PlacedRequest',
    fields: [],
    erase: async (em, subjectId) => {
      const orders = await em.find(Order, { subjectId }, { fields: ['id'] });
      return em.nativeDelete(PlacedRequest, { orderId: { $in: orders.map(({ id }) => id) } });
    },
  });
}
