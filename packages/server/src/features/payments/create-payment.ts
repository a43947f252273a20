import { randomBytes } from 'node:crypto';
import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { Payment } from './payment.entity.ts';
import { PaymentJob } from './payment-job.ts';

/** How long an order can be paid (D15), in ms. */
export const PAYMENT_WINDOW_MS = 20 * 60_000;

/** The order that a payment is for. */
export interface PayableOrder {
  readonly orderId: string;
  readonly subjectId: string;
  /** Minor units of `currency`. */
  readonly amount: number;
  readonly currency: CurrencyCode;
  /** When the order was placed; now if it is left out. */
  readonly placedAt?: Date;
  /** What return addresses begin with, from `returnBaseOf`; without it `startPayment` sets it. */
  readonly returnBase?: string;
  /** Until when it can be paid; `PAYMENT_WINDOW_MS` after `placedAt` if it is left out. */
  readonly payableUntil?: Date;
}

/**
 * Makes the payment of an order, and the job of its lapse, in the transaction that places the order. `startPayment` follows
 * after the commit. @throws if `em` is not in a transaction.
 */
export async function createPayment(em: SqlEntityManager, order: PayableOrder): Promise<Payment> {
  const payment = addPayment(em, order);
  await enqueueJob(em, { kind: PaymentJob.LAPSE, payload: { paymentId: payment.id }, runAt: payment.expiresAt });
  return payment;
}

/** The payment alone, which nothing will end. */
export function addPayment(em: SqlEntityManager, order: PayableOrder): Payment {
  const createdAt = order.placedAt ?? new Date();
  const expiresAt = order.payableUntil ?? new Date(createdAt.getTime() + PAYMENT_WINDOW_MS);
  const { orderId, subjectId, amount, currency } = order;
  const payment = em.create(Payment, {
    id: newId(),
    orderId,
    subjectId,
    state: 'CREATED',
    amount,
    currency,
    reference: randomBytes(16).toString('hex'),
    sessionReference: null,
    returnBase: order.returnBase ?? null,
    createdAt,
    expiresAt,
    settledAt: null,
  });
  em.persist(payment);
  return payment;
}
