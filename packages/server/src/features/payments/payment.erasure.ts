import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { ENDABLE, endPayments } from './end-payments.ts';
import { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';

/** A payment goes with its subject; the ledgers keep the sums, about nobody (D4). */
export function registerPaymentErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'payments',
    title: { EN: 'Payments', DE: 'Zahlungen', ZH: '付款' },
    entity: 'Payment',
    fields: ['payment.reference'],
    erase: (em, subjectId) => em.nativeDelete(Payment, { subjectId }),
    hold: async (em, subjectId) => {
      const states = (await em.find(Payment, { subjectId }, { fields: ['state'] })).map(({ state }) => state);
      // Money that could not be sent back is still owed, and only the row says to whom.
      if (states.includes('REFUND_FAILED')) return 'UNDER_WAY';
      return states.some((state) => ENDABLE.includes(state)) ? 'ENDABLE' : null;
    },
  });
  registry.registerRemnant({
    name: 'payments at the institution',
    what: {
      EN: 'The payment, by a random reference',
      DE: 'Die Zahlung, unter einer Zufallsreferenz',
      ZH: '付款记录（以随机编号）',
    },
    because: {
      EN: 'The payment institution keeps its own books; it never knew who you are from us.',
      DE: 'Das Zahlungsinstitut führt eigene Bücher; von uns hat es nie erfahren, wer Sie sind.',
      ZH: '支付机构保留其自己的账簿；我们从未告诉它您是谁。',
    },
    until: { EN: 'as its law requires', DE: 'wie sein Recht es verlangt', ZH: '依其适用法律' },
    count: (em, subjectIds) =>
      em.count(Payment, { subjectId: { $in: [...subjectIds] }, sessionReference: { $ne: null } }),
  });
}

/** Nobody is to pay for an order that nobody can open any more: open sessions end before the key does (decision 010). */
export function registerPaymentEnding(registry: PrivacyRegistry, deps: PaymentDeps): void {
  registry.registerEnding({ name: 'payments', bringToEnd: (subjectId) => endPayments(deps, subjectId) });
}
