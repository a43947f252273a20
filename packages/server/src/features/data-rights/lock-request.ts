import type { SqlEntityManager } from '@mikro-orm/sql';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { ErasureRequest } from './erasure-request.entity.ts';

/** Locks a request until the end of the caller's transaction, and answers it as it is then; null if it is gone. */
export async function lockRequest(em: SqlEntityManager, id: string): Promise<ErasureRequest | null> {
  await sqlIn(em).run('update erasure_request set state = state where id = ?', [id]);
  return em.findOne(ErasureRequest, { id }, { refresh: true });
}

/** The same for the open request of a subject. */
export async function lockRequestOf(em: SqlEntityManager, subjectId: string): Promise<ErasureRequest | null> {
  await sqlIn(em).run('update erasure_request set state = state where subject_id = ?', [subjectId]);
  return em.findOne(ErasureRequest, { subjectId }, { refresh: true });
}
