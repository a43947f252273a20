import type { SqlEntityManager } from '@mikro-orm/sql';
import { Passkey } from './passkey.entity.ts';

/**
 * The passkey of a credential; where there is none the canary's, after the same statements, so that all that follows costs the same
 * (D20). Each is found by an index, which one statement for both would not be. Null only while no canary is planted, in a shop's first
 * minute.
 */
export async function findPasskey(em: SqlEntityManager, credentialIndex: string): Promise<Passkey | null> {
  const withAccount = { populate: ['account'], strategy: 'joined' } as const;
  const theirs = await em.findOne(Passkey, { credentialIndex, account: { state: 'ACTIVE' } }, withAccount);
  const decoy = await em.findOne(Passkey, { account: { state: 'DECOY' } }, { ...withAccount, orderBy: { id: 'desc' } });
  return theirs ?? decoy;
}
