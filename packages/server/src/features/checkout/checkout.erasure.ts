import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Order } from '../orders/order.entity.ts';
import { PlacedRequest } from './placed-request.entity.ts';

/** Fingerprints of requests go with the subject of the order that they placed (D2). Registered before the orders. */
export function registerCheckoutErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'fingerprints of requests',
    title: {
      EN: 'Fingerprints against ordering twice',
      DE: 'Fingerabdrücke gegen doppelte Bestellungen',
      ZH: '防止重复下单的指纹',
    },
    entity: 'PlacedRequest',
    fields: [],
    count: async (em, subjectId) => {
      const orders = await em.find(Order, { subjectId }, { fields: ['id'] });
      return em.count(PlacedRequest, { orderId: { $in: orders.map(({ id }) => id) } });
    },
    erase: async (em, subjectId) => {
      const orders = await em.find(Order, { subjectId }, { fields: ['id'] });
      return em.nativeDelete(PlacedRequest, { orderId: { $in: orders.map(({ id }) => id) } });
    },
  });
}
