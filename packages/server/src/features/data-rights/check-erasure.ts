import { Job } from '../../platform/jobs/job.entity.ts';
import { ErasureRecord } from '../../privacy/erasure/erasure-record.entity.ts';
import { CLEAN_TRACES, CLEANED_AFTER_MS, cleanTraces } from '../../privacy/traces/clean-traces.ts';
import { REWRITE_STORES } from '../../privacy/traces/register-trace-jobs.ts';
import type { Advance } from './erasure-advance.ts';
import { moveRequest } from './erasure-lifecycle.ts';
import { lockRequest } from './lock-request.ts';
import { forgetMarks, rescanErased } from './rescan-erased.ts';

/** How long the cleaning of files may take, which in a large shop waits for the quiet hour; then it is looked all the same. */
const CLEANED_WITHIN_MS = 2 * 86_400_000;

/** Between two looks whether the files are cleaned, in ms. */
const LONGEST_WAIT_MS = 600_000;

/** How often it is cleaned and looked again before the receipt says that something is left. */
const SCANS = 3;

/**
 * Looks again for everything once the files are cleaned, and puts the result on the receipt, whatever it is. Then nothing says any more which
 * of the erased belonged together.
 */
export const checkErasure: Advance = async (deps, request, { onStep }) => {
  const { core, logger } = deps;
  const { main } = core.stores;
  const now = core.clock.now().getTime();
  const since = now - (request.executedAt?.getTime() ?? now);
  const cleaning = await main.em.fork().count(Job, { kind: { $in: [CLEAN_TRACES, REWRITE_STORES] }, state: 'QUEUED' });
  if (cleaning > 0 && since < CLEANED_WITHIN_MS) {
    return new Date(now + Math.min(Math.max(since, CLEANED_AFTER_MS + 1_000), LONGEST_WAIT_MS));
  }
  const batch = await main.em.fork().find(ErasureRecord, { batchId: request.id });
  const rescan = await rescanErased(
    deps,
    request.id,
    batch.map(({ subjectId }) => subjectId),
  );
  const again = !rescan.clean && request.scans + 1 < SCANS;
  await main.em.fork().transactional(async (em) => {
    const locked = await lockRequest(em, request.id);
    if (locked?.state !== 'CHECKING') return;
    locked.scans += 1;
    locked.rescan = rescan;
    if (!again) {
      moveRequest(locked, 'EXECUTED');
      await em.nativeUpdate(ErasureRecord, { batchId: request.id }, { batchId: null });
    }
    await em.flush();
    if (again) await cleanTraces(core, em);
  });
  if (again) return new Date(now + CLEANED_AFTER_MS + 1_000);
  if (!rescan.clean) logger?.error({ code: 'TRACES_LEFT', found: rescan.found }, 'an erasure has left traces');
  forgetMarks(request.id);
  onStep?.('CHECKED');
  return null;
};
