import { eraseSubject } from '../../privacy/erasure/erase-subject.ts';
import { ErasureRecord } from '../../privacy/erasure/erasure-record.entity.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { Subject } from '../../privacy/subjects/subject.entity.ts';
import type { Advance } from './erasure-advance.ts';
import { moveRequest } from './erasure-lifecycle.ts';
import { lockRequest } from './lock-request.ts';
import { rememberMarks } from './rescan-erased.ts';

/** How long until one that waits for something to end or to be finished is tried again. */
const TRY_AGAIN_MS = 60_000;

/** Erases every subject that is on record for the request (D3), and notes when all are gone and by which epoch that is final (D1). */
export const executeRequest: Advance = async (deps, request, { onStep }) => {
  const { core } = deps;
  const { main } = core.stores;
  const batch = await main.em.fork().find(ErasureRecord, { batchId: request.id });
  const ids = batch.map(({ subjectId }) => subjectId);
  await rememberMarks(deps, request.id, ids);
  const left = await main.em.fork().find(Subject, { id: { $in: ids }, state: { $ne: 'ERASED' } });
  let waits = false;
  for (const { id } of left) {
    try {
      await eraseSubject(core, id, onStep ? { onStep } : {});
    } catch (error) {
      if (!(error instanceof PrivacyError && (error.code === 'ERASURE_WAITS' || error.code === 'UNDER_WAY')))
        throw error;
      waits = true;
    }
  }
  if (waits) return new Date(core.clock.now().getTime() + TRY_AGAIN_MS);
  await main.em.fork().transactional(async (em) => {
    const locked = await lockRequest(em, request.id);
    if (locked?.state !== 'ERASING') return;
    const records = await em.find(ErasureRecord, { batchId: request.id });
    moveRequest(locked, 'CHECKING');
    const last = Math.max(0, ...records.map(({ executedAt }) => executedAt?.getTime() ?? 0));
    // None of them is on record if somebody else was faster: then they are gone by now.
    locked.executedAt = last > 0 ? new Date(last) : core.clock.now();
    locked.keyEpoch = Math.max(0, ...records.map(({ keyEpoch }) => keyEpoch ?? 0)) || null;
    locked.mailId = null;
  });
  onStep?.('EXECUTED');
  return null;
};
