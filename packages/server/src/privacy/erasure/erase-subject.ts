import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import type { ErasureHold } from '../registry/privacy-registry.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { cleanTraces } from '../traces/clean-traces.ts';
import { bringToEnd } from './bring-to-end.ts';
import { ErasureRecord } from './erasure-record.entity.ts';
import { commitIntent, requestErasure } from './request-erasure.ts';

/** The steps of the protocol (D3), each told once it is done. */
export type ErasureStep =
  | 'REQUESTED'
  | 'ENDED'
  | 'INTENT'
  | 'LEDGER'
  | 'KEY'
  | 'EVICTED'
  | 'ROWS'
  | 'FORGOTTEN'
  | 'ERASED';

/** Who wants to know how far it is. */
export interface ErasureOptions {
  readonly onStep?: (step: ErasureStep) => void;
}

/**
 * Erases a subject (D3): the request is put on record, what is under way for them is brought to its end (decision 010), the intent
 * is committed in main and put into the ledger, then goes the key, then the rows of every registration, then the log's pseudonym, then the state. Each step is
 * idempotent; what a crash leaves is taken up by `resumeErasures`. Once the intent is committed nothing is sealed for the subject
 * any more, and once the key is gone nothing of them opens, in any process.
 * @throws {PrivacyError} SUBJECT_NOT_ACTIVE if there is no such subject; UNDER_WAY or ERASURE_WAITS if it is not executed yet:
 * the request stands, and `resumeErasures` executes it once it can be.
 */
export async function eraseSubject(core: PrivacyCore, subjectId: string, options: ErasureOptions = {}): Promise<void> {
  const { onStep } = options;
  const { state, hold } = await requestErasure(core, subjectId);
  if (state === 'ERASED') return;
  if (state === 'ACTIVE') {
    onStep?.('REQUESTED');
    if (hold === 'UNDER_WAY') throw notYet(hold);
    const cause = await bringToEnd(core, subjectId);
    onStep?.('ENDED');
    const { hold: left } = await commitIntent(core, subjectId);
    if (left) throw notYet(left, cause);
  }
  await executeErasure(core, subjectId, options);
}

/** Everything that follows the committed intent. It may be done again, also of a subject whose erasure is executed. */
export async function executeErasure(
  core: PrivacyCore,
  subjectId: string,
  { onStep }: ErasureOptions = {},
): Promise<void> {
  onStep?.('INTENT');
  // Before anything is gone: an erasure that counts as executed is known even if all three stores are restored from before.
  core.ledger.append([{ subjectId, at: core.clock.now().toISOString() }]);
  onStep?.('LEDGER');
  const { epoch } = await core.keys.destroyKey(subjectId);
  onStep?.('KEY');
  // Told again after a crash: a process that missed it keeps the key for a minute at most.
  await core.bus.publish('key-destroyed', { subjectId });
  onStep?.('EVICTED');
  await eraseRows(core, subjectId, epoch);
  onStep?.('ROWS');
  await core.accessLog.forgetSubject(subjectId);
  onStep?.('FORGOTTEN');
  await core.stores.main.em.fork().nativeUpdate(Subject, { id: subjectId }, { state: 'ERASED' });
  onStep?.('ERASED');
}

function notYet(hold: ErasureHold, cause?: unknown): PrivacyError {
  return hold === 'UNDER_WAY'
    ? new PrivacyError('UNDER_WAY', 'The erasure waits: something is under way that must be finished first.')
    : new PrivacyError('ERASURE_WAITS', 'The erasure waits: what is under way could not be ended yet.', { cause });
}

function eraseRows(core: PrivacyCore, subjectId: string, keyEpoch: number): Promise<void> {
  return core.stores.main.em.fork().transactional(async (em) => {
    for (const { erase } of core.registry.erasures) await erase(em, subjectId);
    const record = await em.findOneOrFail(ErasureRecord, { subjectId });
    record.keyEpoch ??= keyEpoch;
    record.executedAt ??= core.clock.now();
    await em.flush();
    await cleanTraces(core, em);
  });
}
