import type { SqlEntityManager } from '@mikro-orm/sql';
import { errorCodeOf } from '../../platform/jobs/job-error-code.ts';
import type { PrivacyCore } from '../core.ts';
import { erasureHold } from '../erasure/erasure-hold.ts';
import type { RetentionRegistration } from '../registry/privacy-registry.ts';
import { gaveWay, lockLivingSubjects } from '../subjects/lock-living-subjects.ts';
import { cleanTraces } from '../traces/clean-traces.ts';
import { RetentionBusyError } from './run-lease.ts';
import type { RunProgress } from './run-progress.ts';

/**
 * Applies a rule to some subjects in one transaction, with their rows locked and the outcome on record in it. If that fails, each has one of
 * its own, so that one subject's failure is not another's. Answers who was dealt with.
 */
export async function applyRule(
  core: PrivacyCore,
  progress: RunProgress,
  rule: RetentionRegistration,
  subjectIds: readonly string[],
): Promise<Set<string>> {
  try {
    return await together(core, progress, rule, subjectIds);
  } catch (error) {
    if (error instanceof RetentionBusyError) throw error;
    if (subjectIds.length > 1) return oneByOne(core, progress, rule, subjectIds);
    // Who is being written for is due again in an hour.
    if (!gaveWay(error)) await progress.record({ rule: rule.name, due: 1, failed: 1, errorCode: errorCodeOf(error) });
    return new Set();
  }
}

function together(
  core: PrivacyCore,
  progress: RunProgress,
  rule: RetentionRegistration,
  subjectIds: readonly string[],
): Promise<Set<string>> {
  return progress.inBatch(async (em) => {
    const done = new Set<string>();
    let held = 0;
    for (const id of await lockLivingSubjects(em, subjectIds)) {
      if (await isHeld(core, em, rule, id)) held += 1;
      else if ((await rule.apply(em, id, progress.now)) > 0) done.add(id);
    }
    if (done.size > 0) await cleanTraces(core, em);
    return { step: { rule: rule.name, due: done.size + held, done: done.size, held }, result: done };
  });
}

async function oneByOne(
  core: PrivacyCore,
  progress: RunProgress,
  rule: RetentionRegistration,
  subjectIds: readonly string[],
): Promise<Set<string>> {
  const done = new Set<string>();
  for (const id of subjectIds) for (const one of await applyRule(core, progress, rule, [id])) done.add(one);
  return done;
}

/** What an erasure would have to wait for, nothing is taken from. */
async function isHeld(core: PrivacyCore, em: SqlEntityManager, rule: RetentionRegistration, id: string) {
  return !rule.whateverIsUnderWay && (await erasureHold(core.registry, em, id)) !== null;
}
