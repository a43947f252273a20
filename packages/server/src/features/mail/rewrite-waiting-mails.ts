import type { SqlEntityManager } from '@mikro-orm/sql';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { Mail } from './mail.entity.ts';
import { OrderMailJob } from './order-mail-job.ts';

/**
 * Has a confirmation that nobody has been sent yet written anew, in the transaction that corrects its order: it held what was wrong, and
 * would go to where that was (P6.2). What has left has left.
 */
export async function rewriteWaitingMails(em: SqlEntityManager, subjectId: string, orderId: string): Promise<void> {
  const waiting = { subjectId, kind: 'CONFIRMATION' as const, state: { $in: ['QUEUED' as const, 'SPOOLED' as const] } };
  if ((await em.nativeDelete(Mail, waiting)) === 0) return;
  await enqueueJob(em, { kind: OrderMailJob.WRITE, payload: { orderId, mail: 'CONFIRMATION' } });
}
