import type { EgressAgreement } from '../../privacy/egress/egress-agreement.entity.ts';
import { whyNotInForce } from '../../privacy/egress/require-agreement.ts';

/** An agreement in a few lines: how it stands today, with whom it is, and what it covers. */
export function describeAgreement(agreement: EgressAgreement, today: string): string {
  const { key, party, recipient, purposes, categories, validUntil, assessmentDue } = agreement;
  const lack = whyNotInForce(agreement, today);
  return [
    `${key}: ${lack ? `not in force, ${lack}` : `in force until ${validUntil}, assessment due ${assessmentDue}`}`,
    `  with ${party} (${recipient})`,
    `  for ${purposes.join(', ')}`,
    `  of ${categories.join(', ') || 'nothing personal'}`,
  ].join('\n');
}
