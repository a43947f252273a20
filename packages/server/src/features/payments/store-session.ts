import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../../privacy/core.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import type { Payment } from './payment.entity.ts';

/**
 * Seals the institution's name for its session into a locked payment, unless it is there. A repetition at the institution
 * gives the same session, so the first one stands.
 */
export async function storeSession(
  core: PrivacyCore,
  em: SqlEntityManager,
  payment: Payment,
  sessionId: string,
): Promise<void> {
  if (payment.sessionReference) return;
  const subject = await lockActiveSubject(core, em, payment.subjectId);
  payment.sessionReference = core.vault.seal(subject, 'payment.reference', payment.id, sessionId);
}
