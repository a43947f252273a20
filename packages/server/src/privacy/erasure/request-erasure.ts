import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import type { ErasureHold } from '../registry/privacy-registry.ts';
import { Subject, type SubjectState } from '../subjects/subject.entity.ts';
import { erasureHold } from './erasure-hold.ts';
import { ErasureRecord } from './erasure-record.entity.ts';

/** How a subject stands, and what keeps their rows if they are active. */
export interface ErasureStanding {
  readonly state: SubjectState;
  readonly hold: ErasureHold | null;
}

/** Puts the request on record, so that it is not lost to a crash or to an institution that is away. Idempotent. */
export function requestErasure(core: PrivacyCore, subjectId: string): Promise<ErasureStanding> {
  return withSubject(core, subjectId, async (em, _subject) => {
    if ((await em.count(ErasureRecord, { subjectId })) === 0) {
      em.create(ErasureRecord, { subjectId, requestedAt: core.clock.now() });
    }
  });
}

/**
 * Commits the intent, unless something keeps the subject's rows: that is looked at again here, with everybody kept out who
 * begins something for the subject, since they lock the same row.
 */
export function commitIntent(core: PrivacyCore, subjectId: string): Promise<ErasureStanding> {
  return withSubject(core, subjectId, async (_em, subject, hold) => {
    if (hold === null) subject.state = 'ERASING';
  });
}

/**
 * Commits the intent of an erasure that another store knows to be executed: nothing may hold it, since its key is destroyed, or will
 * be, and what was under way was brought to its end then.
 */
export function commitKnownErasure(core: PrivacyCore, subjectId: string, knownSince: Date): Promise<ErasureStanding> {
  return withSubject(core, subjectId, async (em, subject) => {
    if ((await em.count(ErasureRecord, { subjectId })) === 0) {
      em.create(ErasureRecord, { subjectId, requestedAt: knownSince });
    }
    subject.state = 'ERASING';
  });
}

/**
 * Commits the intents of subjects of whom nothing is left, in the caller's transaction, which has their rows locked against everybody:
 * there is nothing to bring to an end, and nothing that could hold.
 */
export async function commitSpentErasures(
  em: SqlEntityManager,
  subjectIds: readonly string[],
  now: Date,
): Promise<void> {
  for (const subjectId of subjectIds) {
    await em.upsert(
      ErasureRecord,
      { subjectId, requestedAt: now, keyEpoch: null, executedAt: null, batchId: null },
      { onConflictAction: 'ignore', onConflictFields: ['subjectId'] },
    );
  }
  await em.nativeUpdate(Subject, { id: { $in: [...subjectIds] } }, { state: 'ERASING' });
}

/**
 * Puts the erasure of all subjects of a request on record, in the caller's transaction: from its commit on they are erased whatever happens,
 * and `resumeErasures` carries on with whom a crash leaves.
 */
export async function recordErasures(
  em: SqlEntityManager,
  subjectIds: readonly string[],
  { requestedAt, batchId }: { requestedAt: Date; batchId: string },
): Promise<void> {
  for (const subjectId of subjectIds) {
    const known = await em.findOne(ErasureRecord, { subjectId });
    if (known) known.batchId = batchId;
    else em.create(ErasureRecord, { subjectId, requestedAt, batchId });
  }
  await em.flush();
}

type Step = (em: SqlEntityManager, active: Subject, hold: ErasureHold | null) => Promise<void>;

/** Waits for those who are writing for the subject, and keeps out those who come after. */
function withSubject(core: PrivacyCore, subjectId: string, step: Step): Promise<ErasureStanding> {
  return core.stores.main.em.fork().transactional(async (em) => {
    // SQLite locks by writing; the state stays as it is.
    await em.execute('update subject set state = state where id = ?', [subjectId]);
    const subject = await em.findOne(Subject, { id: subjectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!subject) throw new PrivacyError('SUBJECT_NOT_ACTIVE', 'There is no such subject.');
    if (subject.state !== 'ACTIVE') return { state: subject.state, hold: null };
    const hold = await erasureHold(core.registry, em, subjectId);
    await step(em, subject, hold);
    return { state: subject.state, hold };
  });
}
