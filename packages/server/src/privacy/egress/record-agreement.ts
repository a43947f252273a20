import { LockMode } from '@mikro-orm/core';
import { dayOf } from '../../platform/clock/clock.ts';
import type { PrivacyCore } from '../core.ts';
import { EgressAgreement } from './egress-agreement.entity.ts';
import { whyNotInForce } from './require-agreement.ts';

/** What is agreed with whom, as it was signed. */
export type AgreementTerms = Omit<EgressAgreement, 'revokedOn'>;

/** What became of it: put on record, put in the place of one under the same key, or left since that one is in force. */
export type RecordedAgreement = 'RECORDED' | 'REPLACED' | 'IN_FORCE';

/**
 * Puts a signed agreement on record (P5.3). One that is in force under the same key stays, unless `replace` says that it is
 * meant; one that has ended, rests or was revoked is replaced.
 */
export function recordAgreement(
  { stores, clock }: Pick<PrivacyCore, 'stores' | 'clock'>,
  terms: AgreementTerms,
  { replace }: { replace: boolean },
): Promise<RecordedAgreement> {
  return stores.main.em.fork().transactional(async (em) => {
    const { key } = terms;
    const known = await em.findOne(EgressAgreement, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!known) {
      em.create(EgressAgreement, { ...terms, revokedOn: null });
      return 'RECORDED';
    }
    if (!replace && whyNotInForce(known, dayOf(clock.now())) === null) return 'IN_FORCE';
    em.assign(known, { ...terms, revokedOn: null });
    return 'REPLACED';
  });
}
