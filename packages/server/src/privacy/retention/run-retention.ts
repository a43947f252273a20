import { setImmediate as nextTurn } from 'node:timers/promises';
import { errorCodeOf } from '../../platform/jobs/job-error-code.ts';
import type { PrivacyCore } from '../core.ts';
import { resumeErasures } from '../erasure/resume-erasures.ts';
import type { RetentionRegistration } from '../registry/privacy-registry.ts';
import { applyRule } from './apply-rule.ts';
import { eraseSpentSubjects } from './erase-spent-subjects.ts';
import { BATCH, type RetentionOptions } from './retention-options.ts';
import type { RetentionRun } from './retention-run.entity.ts';
import { finishRun, RetentionBusyError, releaseRun, takeRun } from './run-lease.ts';
import { RunProgress } from './run-progress.ts';

/** So many subjects that a rule cannot deal with end it for this run: it would ask for all of them again each time. */
const MOST_LEFT = 1_000;

/**
 * Runs every retention rule (P4.5, decision 020): what is due goes, in small transactions, each with its count on record; then subjects of
 * whom nothing is left are erased. One run at a time, whatever processes there are; one that was killed or stopped is gone on with.
 * Answers its record.
 * @throws {RetentionBusyError} if another process is at it.
 */
export async function runRetention(core: PrivacyCore, options: RetentionOptions = {}): Promise<RetentionRun> {
  const run = await takeRun(core);
  const progress = new RunProgress(core, run, options.onProgress);
  try {
    if (run.resumed) await resumeErasures(core);
    for (const rule of core.registry.retentions) await runRule(core, progress, rule, options);
    await eraseSpentSubjects(core, progress, options);
    return await finishRun(core, run, progress.rules);
  } catch (error) {
    await releaseRun(core, run).catch(() => undefined);
    throw error;
  }
}

/** A rule that fails is told in the record, and does not keep the others from being run. */
async function runRule(
  core: PrivacyCore,
  progress: RunProgress,
  rule: RetentionRegistration,
  options: RetentionOptions,
): Promise<void> {
  await progress.record({ rule: rule.name });
  try {
    await applyToAll(core, progress, rule, options);
  } catch (error) {
    if (error instanceof RetentionBusyError || options.signal?.aborted) throw error;
    await progress.record({ rule: rule.name, errorCode: errorCodeOf(error) });
  }
}

async function applyToAll(
  core: PrivacyCore,
  progress: RunProgress,
  rule: RetentionRegistration,
  { signal, onStep }: RetentionOptions,
): Promise<void> {
  /** Who is due and stays so in this run: held, failed, or being written for. */
  const left = new Set<string>();
  let doneBefore: ReadonlySet<string> = new Set();
  while (left.size < MOST_LEFT) {
    signal?.throwIfAborted();
    const due = await rule.due(core.stores.main.em.fork(), progress.now, BATCH + left.size);
    const batch = due.filter((id) => !left.has(id)).slice(0, BATCH);
    if (batch.length === 0) return;
    if (batch.some((id) => doneBefore.has(id)))
      throw Object.assign(new Error('What was done is due.'), { code: 'STILL_DUE' });
    doneBefore = await applyRule(core, progress, rule, batch);
    for (const id of batch) if (!doneBefore.has(id)) left.add(id);
    await onStep?.('VALUES');
    await nextTurn();
  }
  throw Object.assign(new Error('A rule cannot deal with too many subjects.'), { code: 'TOO_MANY_LEFT' });
}
