import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import type { JobRun } from '../../platform/jobs/job-run.ts';
import { beginErasure } from './begin-erasure.ts';
import { checkErasure } from './check-erasure.ts';
import { DataRightsJob } from './data-rights-job.ts';
import type { Advance, AdvanceOptions } from './erasure-advance.ts';
import type { ErasureDeps } from './erasure-deps.ts';
import type { RequestState } from './erasure-lifecycle.ts';
import { ErasureRequest } from './erasure-request.entity.ts';
import { executeRequest } from './execute-request.ts';
import { recordErasure } from './record-erasure.ts';

/** What is to be done in each state. Each is idempotent: whatever dies when, the same job does it again from where it was. */
const STEPS: Readonly<Partial<Record<RequestState, Advance>>> = {
  SCHEDULED: beginErasure,
  MAILING: recordErasure,
  ERASING: executeRequest,
  CHECKING: checkErasure,
};

/** Carries on with an erasure as far as it can be done now. Answers when to go on; null once nothing is left to do. */
export async function advanceErasure(
  deps: ErasureDeps,
  requestId: string,
  options: AdvanceOptions = {},
): Promise<Date | null> {
  for (;;) {
    const request = await deps.core.stores.main.em.fork().findOne(ErasureRequest, { id: requestId });
    const step = request && STEPS[request.state];
    if (!request || !step) return null;
    const goOnAt = await step(deps, request, options);
    if (goOnAt) return goOnAt;
  }
}

/** The job that does so, and comes back by itself until it is done. */
export async function runErasureJob(deps: ErasureDeps, run: Pick<JobRun, 'payload' | 'completeIn'>): Promise<void> {
  const runAt = await advanceErasure(deps, run.payload.requestId ?? '');
  if (!runAt) return;
  await deps.core.stores.main.em.fork().transactional(async (em) => {
    await run.completeIn(em);
    await enqueueJob(em, { kind: DataRightsJob.ADVANCE_ERASURE, payload: run.payload, runAt });
  });
}
