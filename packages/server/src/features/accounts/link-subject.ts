import type { SqlEntityManager } from '@mikro-orm/sql';
import { PersonSubject } from './person-subject.entity.ts';

/** Notes in the caller's transaction that a subject is the person of an account: after proof, or since they order while signed in (D5). */
export function linkSubject(em: SqlEntityManager, accountId: string, subjectId: string, now: Date): void {
  em.create(PersonSubject, { subjectId, accountId, linkedAt: now });
}
