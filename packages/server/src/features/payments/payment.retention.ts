import { RETENTION } from '@barrier/schema/privacy/retention.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Payment } from './payment.entity.ts';

const DAY_MS = 86_400_000;

/** The institution's reference goes when nothing can be refunded any more (P4.5); of what was never paid, when it ended. */
export function registerPaymentRetention(registry: PrivacyRegistry): void {
  const over = (now: Date) => {
    const before = { $lt: new Date(now.getTime() - RETENTION.PAYMENT_REFERENCE.days * DAY_MS) };
    return {
      sessionReference: { $ne: null },
      $or: [{ settledAt: before }, { settledAt: null, expiresAt: before }],
    };
  };
  registry.registerRetention({
    name: 'payment references',
    category: 'PAYMENT_REFERENCE',
    fields: ['payment.reference'],
    due: async (em, now, limit) => {
      const payments = await em.find(Payment, over(now), { fields: ['subjectId'], limit });
      return [...new Set(payments.map(({ subjectId }) => subjectId))];
    },
    apply: (em, subjectId, now) => em.nativeUpdate(Payment, { subjectId, ...over(now) }, { sessionReference: null }),
  });
}
