import { ChangeSetType, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core';
import { Counter, type Registry } from 'prom-client';
import { Mail } from '../../features/mail/mail.entity.ts';
import type { MailOutcome } from '../../features/mail/mail-metrics.ts';
import { Order } from '../../features/orders/order.entity.ts';
import { Payment } from '../../features/payments/payment.entity.ts';
import type { Store } from '../../platform/orm/store.ts';
import { Subject } from '../../privacy/subjects/subject.entity.ts';

type CountState = (state: string) => void;

/**
 * `orders_total{state}` and `payments_total{state}`: how many entered each state, counted once the transaction has committed. An
 * order that enters AWAITING_PAYMENT is one that was placed. Mails that are spooled are told to `countMail`.
 */
export function countTrade(metrics: Registry, main: Store, countMail: (outcome: MailOutcome) => void): void {
  const counter = (name: string, help: string): CountState => {
    const of = new Counter({ name, help, labelNames: ['state'], registers: [metrics] });
    return (state) => of.inc({ state });
  };
  const counts = new Map<string, CountState>([
    [Order.name, counter('orders_total', 'Orders that entered a state; AWAITING_PAYMENT: that were placed')],
    [Payment.name, counter('payments_total', 'Payments that entered a state')],
    [Mail.name, (state) => state === 'SPOOLED' && countMail('SPOOLED')],
  ]);
  main.em.getEventManager().registerSubscriber(new CountStates(counts));
}

class CountStates implements EventSubscriber {
  readonly #counts: ReadonlyMap<string, CountState>;
  /** What a transaction has written that has not committed yet. */
  readonly #uncommitted = new WeakMap<object, (() => void)[]>();

  constructor(counts: ReadonlyMap<string, CountState>) {
    this.#counts = counts;
  }

  async onFlush({ em, uow }: FlushEventArgs): Promise<void> {
    // A canary is planted in one flush with its subject, and never moves.
    if (uow.getChangeSets().some(({ entity }) => entity instanceof Subject && entity.kind === 'CANARY')) return;
    for (const { type, meta, payload } of uow.getChangeSets()) {
      const count = this.#counts.get(meta.className);
      if (!count || (type !== ChangeSetType.CREATE && type !== ChangeSetType.UPDATE)) continue;
      const { state } = payload as { state?: string };
      const transaction: object | undefined = em.getTransactionContext();
      if (state === undefined || !transaction) continue;
      const entries = this.#uncommitted.get(transaction) ?? [];
      entries.push(() => count(state));
      this.#uncommitted.set(transaction, entries);
    }
  }

  async afterTransactionCommit({ transaction }: { transaction?: object }): Promise<void> {
    const entries = transaction ? this.#uncommitted.get(transaction) : undefined;
    if (!transaction || !entries) return;
    this.#uncommitted.delete(transaction);
    for (const count of entries) count();
  }
}
