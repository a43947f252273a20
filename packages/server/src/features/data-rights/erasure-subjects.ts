import type { SqlEntityManager } from '@mikro-orm/sql';
import { Account } from '../accounts/account.entity.ts';
import { PersonSubject } from '../accounts/person-subject.entity.ts';
import type { ErasureRequest } from './erasure-request.entity.ts';

/** The subjects that a request is about at this moment: orders come to an account while it waits, and are erased with it. */
export async function subjectsOf(
  em: SqlEntityManager,
  { scope, subjectId }: Pick<ErasureRequest, 'scope' | 'subjectId'>,
): Promise<string[]> {
  if (subjectId == null) return [];
  if (scope === 'ORDER') return [subjectId];
  const account = await em.findOne(Account, { subjectId }, { fields: ['id'] });
  const links = account ? await em.find(PersonSubject, { accountId: account.id }) : [];
  return [subjectId, ...links.map((link) => link.subjectId)];
}
