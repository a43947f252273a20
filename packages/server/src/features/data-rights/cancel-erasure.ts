import type { ErasurePayload } from '@barrier/schema/data-rights/erasure.result.ts';
import type { RightsInput } from '@barrier/schema/data-rights/rights.input.ts';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { dataRightsError } from './data-rights-errors.ts';
import { DataRightsJob } from './data-rights-job.ts';
import { moveRequest } from './erasure-lifecycle.ts';
import { lockRequestOf } from './lock-request.ts';
import type { PersonContext } from './require-person.ts';
import { requireTarget } from './rights-target.ts';
import { showStanding } from './show-standing.ts';

/** Cancels an erasure that has not begun. Nothing was erased; the request is left about nobody and goes after a month. */
export async function cancelErasure(context: PersonContext, input: RightsInput): Promise<ErasurePayload> {
  const target = await requireTarget(context, input);
  const { core } = context;
  const refusal = await core.stores.main.em.fork().transactional(async (em) => {
    const request = await lockRequestOf(em, target.leadId);
    if (!request) return 'NOTHING_SCHEDULED';
    if (request.state !== 'SCHEDULED') return 'TOO_LATE';
    moveRequest(request, 'CANCELLED');
    request.cancelledAt = core.clock.now();
    request.subjectId = null;
    await em.flush();
    const payload = { subjectId: target.leadId, scope: request.scope, notice: 'CANCELLED' };
    await enqueueJob(em, { kind: DataRightsJob.MAIL_ERASURE_NOTICE, payload });
    return null;
  });
  return refusal
    ? { standing: null, receiptToken: null, userErrors: [dataRightsError(refusal, input.language)] }
    : { standing: await showStanding(context, target), receiptToken: null, userErrors: [] };
}
