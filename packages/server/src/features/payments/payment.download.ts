import { heldValue, inWords } from '../../privacy/registry/download-registration.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { keptTerms } from '../orders/kept-until.ts';
import { Order } from '../orders/order.entity.ts';
import { Payment } from './payment.entity.ts';

const STATES = {
  CREATED: { EN: 'not begun', DE: 'nicht begonnen', ZH: '未开始' },
  OPEN: { EN: 'waiting', DE: 'offen', ZH: '等待中' },
  LAPSING: { EN: 'running out', DE: 'läuft ab', ZH: '即将过期' },
  SUCCEEDED: { EN: 'paid', DE: 'bezahlt', ZH: '已付款' },
  CANCELLED: { EN: 'cancelled', DE: 'abgebrochen', ZH: '已取消' },
  EXPIRED: { EN: 'ran out', DE: 'abgelaufen', ZH: '已过期' },
  REFUND_PENDING: { EN: 'being paid back', DE: 'wird erstattet', ZH: '退款中' },
  REFUNDED: { EN: 'paid back', DE: 'erstattet', ZH: '已退款' },
  REFUND_FAILED: { EN: 'could not be paid back yet', DE: 'Erstattung noch nicht gelungen', ZH: '退款尚未成功' },
} as const;

/** The payments of a person, for them to see and to download. */
export function registerPaymentDownload(registry: PrivacyRegistry): void {
  registry.registerDownload({
    name: 'payments',
    title: { EN: 'Payment', DE: 'Zahlung', ZH: '付款' },
    fields: {
      'payment.reference': {
        label: {
          EN: "The payment institution's reference",
          DE: 'Referenz des Zahlungsinstituts',
          ZH: '支付机构的参考号',
        },
      },
    },
    facts: {
      state: {
        label: { EN: 'State', DE: 'Stand', ZH: '状态' },
        text: inWords(STATES),
      },
      amount: { label: { EN: 'Amount', DE: 'Betrag', ZH: '金额' } },
      createdAt: { label: { EN: 'Begun', DE: 'Begonnen', ZH: '开始时间' } },
      settledAt: { label: { EN: 'Paid', DE: 'Bezahlt', ZH: '付款时间' } },
      ourReference: { label: { EN: 'Our reference', DE: 'Unsere Referenz', ZH: '本店参考号' } },
    },
    collect: async (em, subjectId) => {
      const payments = await em.find(Payment, { subjectId }, { orderBy: { createdAt: 'asc' } });
      const orders = await em.find(Order, { subjectId });
      const days = registry.retentionDays;
      return payments.map((payment) => {
        const order = orders.find(({ id }) => id === payment.orderId);
        const { state, amount, currency, createdAt, settledAt, reference } = payment;
        // Its order goes later than it does, so there is one.
        const clocks = order ?? { state: 'PAID' as const, placedAt: createdAt, deliveredAt: null, closedAt: null };
        const kept = keptTerms({ order: clocks, payment, days }, 'PAYMENT_REFERENCE');
        return {
          id: payment.id,
          name: order?.number ?? null,
          facts: {
            state,
            amount: { amount, currency },
            createdAt,
            settledAt: settledAt ?? null,
            ourReference: reference,
          },
          values: heldValue('payment.reference', payment.sessionReference, kept),
        };
      });
    },
  });
}
