import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Payment } from './payment.entity.ts';

/** A payment goes with its subject; the ledgers keep the sums, about nobody (D4). It is part of the download of one's data. */
export function registerPaymentErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'payments',
    entity: 'Payment',
    fields: ['payment.reference'],
    erase: (em, subjectId) => em.nativeDelete(Payment, { subjectId }),
  });
  registry.registerDownload({
    name: 'payments',
    fields: ['payment.reference'],
    collect: async (em, subjectId) => {
      const payments = await em.find(Payment, { subjectId, sessionReference: { $ne: null } });
      return payments.flatMap(({ sessionReference }) =>
        sessionReference ? [{ field: 'payment.reference' as const, sealed: sessionReference }] : [],
      );
    },
  });
}
