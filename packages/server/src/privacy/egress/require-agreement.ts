import type { Category } from '@barrier/schema/privacy/category.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { Recipient } from '@barrier/schema/privacy/recipient.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import { type ReadRow, readRow } from '../../platform/orm/find-row.ts';
import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import { EgressAgreement } from './egress-agreement.entity.ts';

/** What an agreement has to cover. */
export interface AgreementNeed {
  readonly agreementKey: string;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly categories: readonly Category[];
}

/**
 * Makes sure that a signed agreement covers this recipient, purpose and categories today: not ended, not revoked, its assessment
 * not overdue (P5.3, P5.4, D13).
 * @throws {PrivacyError} NO_AGREEMENT, saying what is missing.
 */
export async function requireAgreement(
  core: Pick<PrivacyCore, 'stores' | 'clock'>,
  need: AgreementNeed,
): Promise<void> {
  const agreement = await readRow(core.stores.main, EgressAgreement, { by: 'key', value: need.agreementKey });
  const lack = agreement ? lackOf(agreement, need, dayOf(core.clock.now())) : 'is not on record';
  if (lack) throw new PrivacyError('NO_AGREEMENT', `The agreement ${need.agreementKey} ${lack}.`);
}

/** What an agreement lacks on a day (ISO 8601 date), as the rest of a sentence; null if nothing. */
export function lackOf(
  agreement: ReadRow<EgressAgreement>,
  need: Omit<AgreementNeed, 'agreementKey'>,
  day: string,
): string | null {
  if (agreement.recipient !== need.recipient) return `is with a recipient of another kind than ${need.recipient}`;
  if (!agreement.purposes.includes(need.purpose)) return `does not cover the purpose ${need.purpose}`;
  const missing = need.categories.find((category) => !agreement.categories.includes(category));
  if (missing) return `does not cover the category ${missing}`;
  return whyNotInForce(agreement, day);
}

/** Why an agreement is not in force on a day (ISO 8601 date), whatever it is needed for; null if it is. */
export function whyNotInForce(agreement: ReadRow<EgressAgreement>, day: string): string | null {
  if (day < agreement.signedOn) return `is in force only from ${agreement.signedOn}`;
  if (day > agreement.validUntil) return `ended on ${agreement.validUntil}`;
  if (agreement.revokedOn && day >= agreement.revokedOn) return `was revoked on ${agreement.revokedOn}`;
  if (day > agreement.assessmentDue) return `rests: its assessment was due on ${agreement.assessmentDue}`;
  return null;
}
