import type { RestrictionPayload } from '@barrier/schema/data-rights/erasure.result.ts';
import type { RightsInput } from '@barrier/schema/data-rights/rights.input.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { liftSubjectRestriction, restrictSubject } from '../../privacy/subjects/restrict-subject.ts';
import { dataRightsError } from './data-rights-errors.ts';
import type { PersonContext } from './require-person.ts';
import { requireTarget } from './rights-target.ts';
import { showStanding } from './show-standing.ts';

/**
 * Has data kept and used for nothing else than storage (GDPR, article 18), until that is lifted: open payments end, the delivery of a paid order
 * pauses, and nobody but the person sees anything. What is kept still goes when its time is over.
 */
export async function restrictProcessing(context: PersonContext, input: RightsInput): Promise<RestrictionPayload> {
  const target = await requireTarget(context, input);
  const { core } = context;
  let waits = false;
  for (const subjectId of target.subjectIds) {
    await restrictSubject(core, subjectId).catch((error: unknown) => {
      if (!(error instanceof PrivacyError)) throw error;
      // Of an order that is being erased nothing is left to restrict.
      if (error.code === 'RESTRICTION_WAITS') waits = true;
      else if (error.code !== 'SUBJECT_NOT_ACTIVE') throw error;
    });
  }
  const userErrors = waits ? [dataRightsError('RESTRICTION_WAITS', input.language)] : [];
  return { standing: await showStanding(context, target), userErrors };
}

/** Lifts a restriction; what waited goes on by itself within the hour. */
export async function liftRestriction(context: PersonContext, input: RightsInput): Promise<RestrictionPayload> {
  const target = await requireTarget(context, input);
  for (const subjectId of target.subjectIds) {
    await liftSubjectRestriction(context.core, subjectId).catch((error: unknown) => {
      if (!(error instanceof PrivacyError && error.code === 'SUBJECT_NOT_ACTIVE')) throw error;
    });
  }
  return { standing: await showStanding(context, target), userErrors: [] };
}
