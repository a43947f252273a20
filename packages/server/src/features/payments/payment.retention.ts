import type { SqlEntityManager } from '@mikro-orm/sql';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../platform/orm/stored-moment.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';

const DAY_MS = 86_400_000;

/**
 * What is over: payments that were made and payments that were not, in the parts that an index serves. One of an order under way is not,
 * nor one with money on its way back.
 */
const OVER = [
  `settled_at < ? and state in ('SUCCEEDED', 'REFUNDED') and not exists (select 1 from placed_order
     where placed_order.id = payment.order_id and placed_order.state = 'PAID' and placed_order.delivered_at is null)`,
  `state in ('EXPIRED', 'CANCELLED') and settled_at is null and expires_at < ?`,
] as const;

/**
 * A payment goes, with the institution's reference, when nothing can be refunded any more (P4.5); one that was never made goes with the
 * order that it was for.
 */
export function registerPaymentRetention(registry: PrivacyRegistry): void {
  const { PAYMENT_REFERENCE, UNPAID_ORDER } = registry.retentionDays;
  const parts = (em: SqlEntityManager, now: Date) => {
    const { run, dialect } = sqlIn(em);
    const before = (days: number) => storedMoment(new Date(now.getTime() - days * DAY_MS), dialect);
    return { run, moments: [before(PAYMENT_REFERENCE), before(UNPAID_ORDER)] as const };
  };
  registry.registerRetention({
    name: 'payments',
    category: 'PAYMENT_REFERENCE',
    fields: ['payment.reference'],
    due: async (em, now, limit) => {
      const { run, moments } = parts(em, now);
      const found = new Set<string>();
      for (const [at, before] of moments.entries()) {
        const text = `select distinct subject_id as subject from payment where ${OVER[at]} limit ?`;
        for (const { subject } of await run<{ subject: string }>(text, [before, limit])) found.add(subject);
      }
      return [...found].slice(0, limit);
    },
    apply: async (em, subjectId, now) => {
      const { run, moments } = parts(em, now);
      let erased = 0;
      for (const [at, before] of moments.entries()) {
        const text = `delete from payment where ${OVER[at]} and subject_id = ? returning id`;
        erased += (await run(text, [before, subjectId])).length;
      }
      return erased;
    },
  });
}
