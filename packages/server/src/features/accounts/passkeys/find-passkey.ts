import type { SqlEntityManager } from '@mikro-orm/sql';
import { Passkey } from './passkey.entity.ts';

/**
 * The passkey of a credential; where there is none the canary's, by the same statement, so that what follows costs the same (D20).
 * Null only while no canary is planted, in a shop's first minute.
 */
export function findPasskey(em: SqlEntityManager, credentialIndex: string): Promise<Passkey | null> {
  return em.findOne(
    Passkey,
    { $or: [{ credentialIndex, account: { state: 'ACTIVE' } }, { account: { state: 'DECOY' } }] },
    // ACTIVE comes before DECOY.
    { populate: ['account'], strategy: 'joined', orderBy: { account: { state: 'asc' }, id: 'desc' } },
  );
}
