import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Account } from './account.entity.ts';

/**
 * The confirmed account of an address; where there is none the decoy, by the same statement, so that what follows costs the same
 * (D20). Null only while no canary is planted, in a shop's first minute.
 */
export function findAccount(
  { blindIndex }: Pick<PrivacyCore, 'blindIndex'>,
  em: SqlEntityManager,
  email: string,
): Promise<Account | null> {
  const candidates = blindIndex.candidates('person.email', email);
  return em.findOne(
    Account,
    { $or: [{ confirmedIndex: { $in: candidates } }, { state: 'DECOY' }] },
    // ACTIVE comes before DECOY.
    { orderBy: { state: 'asc', createdAt: 'desc' } },
  );
}
