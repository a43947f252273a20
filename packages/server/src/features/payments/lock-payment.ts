import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicError } from '../../platform/errors.ts';
import { findRow } from '../../platform/orm/find-row.ts';
import { Payment } from './payment.entity.ts';

/**
 * Locks a payment's row in the caller's transaction. It is always locked before its order, so that webhook, lapse and refund
 * queue up and never wait for each other. @throws {PublicError} NOT_FOUND if it was erased.
 */
export async function lockPayment(em: SqlEntityManager, paymentId: string): Promise<Payment> {
  const payment = await findRow(em, Payment, { by: 'id', value: paymentId }, { lock: true });
  if (!payment) throw new PublicError('NOT_FOUND', 'There is no such payment.');
  return payment;
}
