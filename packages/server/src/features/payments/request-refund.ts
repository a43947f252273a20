import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { lockSubjectRow } from '../../privacy/subjects/lock-active-subject.ts';
import { Payment } from './payment.entity.ts';
import { PaymentJob } from './payment-job.ts';
import { movePayment, stateAfter } from './payment-lifecycle.ts';

/**
 * Sends the money of an order back, in the caller's transaction; a job tells the institution, and the customer gets a
 * mail when it is done.
 * @returns false if nothing was paid, or it is on its way back already.
 * @throws {PrivacyError} SUBJECT_NOT_ACTIVE if the customer is being erased.
 */
export async function requestRefund(em: SqlEntityManager, orderId: string): Promise<boolean> {
  const payment = await em.findOne(Payment, { orderId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (payment?.state !== 'SUCCEEDED' && payment?.state !== 'REFUND_FAILED') return false;
  if (stateAfter(payment.state, 'payBack') === null) return false;
  // The refund needs the sealed name of the session: an erasure that comes after waits for it, one that came before refuses it.
  await lockSubjectRow(em, payment.subjectId);
  movePayment(payment, 'payBack');
  await enqueueJob(em, { kind: PaymentJob.REFUND, payload: { paymentId: payment.id } });
  return true;
}
