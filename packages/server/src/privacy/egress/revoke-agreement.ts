import { LockMode } from '@mikro-orm/core';
import { dayOf } from '../../platform/clock/clock.ts';
import type { PrivacyCore } from '../core.ts';
import { EgressAgreement } from './egress-agreement.entity.ts';

/**
 * Ends an agreement today: from now on nothing leaves under it, in any process, since each egress looks it up. One that was
 * revoked before keeps its day.
 * @returns the day (ISO 8601 date), or null if there is no such agreement.
 */
export function revokeAgreement(
  { stores, clock }: Pick<PrivacyCore, 'stores' | 'clock'>,
  key: string,
): Promise<string | null> {
  return stores.main.em.fork().transactional(async (em) => {
    const agreement = await em.findOne(EgressAgreement, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!agreement) return null;
    agreement.revokedOn ??= dayOf(clock.now());
    return agreement.revokedOn;
  });
}
