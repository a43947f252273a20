import { durationText } from '@barrier/schema/privacy/kept-texts.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import type { SealedFieldName } from '../../privacy/vault/field-registry.ts';
import { Order } from './order.entity.ts';
import { OrderCode } from './order-code.entity.ts';
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
 * what the books need, about nobody (D4).
 */
export function registerOrderErasure(registry: PrivacyRegistry): void {
  // They go with the order; named here so that nobody looks for them in vain.
  registry.registerErasure({
    name: 'codes of orders',
    title: { EN: 'Mailed codes', DE: 'Zugesandte Codes', ZH: '邮件验证码' },
    entity: 'OrderCode',
    fields: [],
    count: async (em, subjectId) => {
      const orders = await em.find(Order, { subjectId }, { fields: ['id'] });
      return em.count(OrderCode, { orderId: { $in: orders.map(({ id }) => id) } });
    },
    erase: async () => 0,
  });
  registry.registerErasure({
    name: 'orders',
    title: { EN: 'Orders', DE: 'Bestellungen', ZH: '订单' },
    entity: 'Order',
    fields: FIELDS,
    erase: async (em, subjectId) => removeOrders(em, await em.find(Order, { subjectId })),
    // Paid goods are owed to somebody, and only the order says to whom.
    hold: async (em, subjectId) =>
      (await em.count(Order, { subjectId, state: 'PAID', deliveredAt: null })) > 0 ? 'UNDER_WAY' : null,
  });
  const { BOOKS } = registry.retentionDays;
  registry.registerRemnant({
    name: 'books',
    what: {
      EN: 'Number and amounts of the invoice, day and country',
      DE: 'Nummer und Beträge der Rechnung, Tag und Land',
      ZH: '发票编号与金额、日期和国家/地区',
    },
    because: {
      EN: 'Tax law asks for the books. They are reduced so that they lead to nobody: no name, no order number, no goods.',
      DE: 'Das Steuerrecht verlangt die Bücher. Sie werden so gekürzt, dass sie zu niemandem führen: kein Name, keine Bestellnummer, keine Ware.',
      ZH: '税法要求保留账簿。账簿已精简至不指向任何人：没有姓名、订单号和商品。',
    },
    until: {
      EN: `${durationText('EN', BOOKS)} after the payment`,
      DE: `${durationText('DE', BOOKS)} ab der Zahlung`,
      ZH: `付款后${durationText('ZH', BOOKS)}`,
    },
    count: (em, subjectIds) => em.count(Order, { subjectId: { $in: [...subjectIds] }, paidAt: { $ne: null } }),
  });
}
