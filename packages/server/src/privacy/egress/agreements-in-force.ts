import { dayOf } from '../../platform/clock/clock.ts';
import type { PrivacyCore } from '../core.ts';
import { EgressAgreement } from './egress-agreement.entity.ts';
import { whyNotInForce } from './require-agreement.ts';

/** Every agreement that is in force today, by its key: to whom data may leave (P3.1, P5.3). */
export async function agreementsInForce({
  stores,
  clock,
}: Pick<PrivacyCore, 'stores' | 'clock'>): Promise<EgressAgreement[]> {
  const today = dayOf(clock.now());
  const onRecord = await stores.main.em.fork().find(EgressAgreement, {}, { orderBy: { key: 'asc' } });
  return onRecord.filter((agreement) => whyNotInForce(agreement, today) === null);
}
