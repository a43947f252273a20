import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicError } from '../../platform/errors.ts';
import { Payment } from './payment.entity.ts';

/**
 * Locks a payment's row in the caller's transaction. It is always locked before its order, so that webhook, lapse and refund
 * queue up and never wait for each other. @throws {PublicError} NOT_FOUND if it was erased.
 */
export async function lockPayment(em: SqlEntityManager, paymentId: string): Promise<Payment> {
  const payment = await em.findOne(Payment, { id: paymentId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!payment) throw new PublicError('NOT_FOUND', 'There is no such payment.');
  return payment;
}
