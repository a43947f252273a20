import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Account } from './account.entity.ts';
import { PersonSubject } from './person-subject.entity.ts';

/** The subjects that the holder of an account has proven to be (D5): that of the account, then those of orders. */
export async function ownSubjects(
  em: SqlEntityManager,
  { id, subjectId }: Pick<Account, 'id' | 'subjectId'>,
): Promise<string[]> {
  const links = await em.find(PersonSubject, { accountId: id });
  return [subjectId, ...links.map((link) => link.subjectId)];
}
