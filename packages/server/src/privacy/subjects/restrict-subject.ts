import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../core.ts';
import { bringToEnd } from '../erasure/bring-to-end.ts';
import { PrivacyError } from '../privacy-error.ts';
import { Subject } from './subject.entity.ts';

/**
 * Restricts the processing of a subject's data (GDPR, article 18): from the commit on every decision of access knows it, in every process.
 * What would need the data soon, such as a payment that is open, is ended first, since nobody could finish it. Idempotent; answers since when.
 * @throws {PrivacyError} SUBJECT_NOT_ACTIVE; RESTRICTION_WAITS if something could not be ended now, with the cause.
 */
export async function restrictSubject(core: PrivacyCore, subjectId: string): Promise<Date> {
  const cause = await bringToEnd(core, subjectId);
  return core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockForUpdate(em, subjectId);
    if (await isEndable(core, em, subjectId)) {
      throw new PrivacyError('RESTRICTION_WAITS', 'Something is under way that could not be ended yet.', { cause });
    }
    subject.restrictedAt ??= core.clock.now();
    return subject.restrictedAt;
  });
}

/** Lifts the restriction of a subject; what waited goes on by itself. Idempotent. @throws {PrivacyError} SUBJECT_NOT_ACTIVE */
export async function liftSubjectRestriction(
  { stores }: Pick<PrivacyCore, 'stores'>,
  subjectId: string,
): Promise<void> {
  await stores.main.em.fork().transactional(async (em) => {
    (await lockForUpdate(em, subjectId)).restrictedAt = null;
  });
}

/** Waits for those who are writing for the subject, and keeps out those who would begin something. */
async function lockForUpdate(em: SqlEntityManager, subjectId: string): Promise<Subject> {
  await em.execute('update subject set state = state where id = ?', [subjectId]);
  const subject = await em.findOne(Subject, { id: subjectId, state: 'ACTIVE' });
  if (!subject) throw new PrivacyError('SUBJECT_NOT_ACTIVE', 'The subject is unknown, being erased or erased.');
  return subject;
}

/** Whether anything is left that an ending can bring to its end; what only time can finish, such as a delivery, just pauses. */
async function isEndable({ registry }: PrivacyCore, em: SqlEntityManager, subjectId: string): Promise<boolean> {
  for (const { hold } of registry.erasures) if ((await hold?.(em, subjectId)) === 'ENDABLE') return true;
  return false;
}
