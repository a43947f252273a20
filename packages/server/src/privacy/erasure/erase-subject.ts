import { LockMode } from '@mikro-orm/core';
import { ownSql } from '../../platform/orm/own-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { readEpochs } from '../keys/key-epochs.ts';
import { PrivacyError } from '../privacy-error.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { ErasureRecord } from './erasure-record.entity.ts';

/** The steps of the protocol (D3), each told once it is done. */
export type ErasureStep = 'INTENT' | 'KEY' | 'EVICTED' | 'ROWS' | 'FORGOTTEN' | 'ERASED';

/** Who wants to know how far it is. */
export interface ErasureOptions {
  readonly onStep?: (step: ErasureStep) => void;
}

/**
 * Erases a subject (D3): intent committed in main, then the key, then the rows of every registration, then the log's pseudonym,
 * then the state. Each step is idempotent; what a crash leaves is taken up by `resumeErasures`. Once the intent is committed
 * nothing is sealed for the subject any more, and once the key is gone nothing of them opens, in any process.
 * @throws {PrivacyError} SUBJECT_NOT_ACTIVE if there is no such subject.
 */
export async function eraseSubject(core: PrivacyCore, subjectId: string, options: ErasureOptions = {}): Promise<void> {
  const { onStep } = options;
  if ((await commitIntent(core, subjectId)) === 'ERASED') return;
  onStep?.('INTENT');
  const epoch = await destroyKey(core, subjectId);
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

/** Waits for those who are writing for the subject, and keeps out those who come after. */
function commitIntent(core: PrivacyCore, subjectId: string): Promise<Subject['state']> {
  return core.stores.main.em.fork().transactional(async (em) => {
    // SQLite locks by writing; the state stays as it is.
    await em.execute('update subject set state = state where id = ?', [subjectId]);
    const subject = await em.findOne(Subject, { id: subjectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!subject) throw new PrivacyError('SUBJECT_NOT_ACTIVE', 'There is no such subject.');
    if (subject.state !== 'ACTIVE') return subject.state;
    subject.state = 'ERASING';
    em.create(ErasureRecord, { subjectId, requestedAt: core.clock.now() });
    return 'ERASING';
  });
}

/** The last epoch that wrapped the key. If the key is gone already, after a crash, the newest epoch stands for it: that is later, never earlier. */
async function destroyKey(core: PrivacyCore, subjectId: string): Promise<number | null> {
  const destroyed = await core.keys.destroyKey(subjectId);
  if (destroyed) return destroyed.epoch;
  const epochs = await readEpochs(ownSql(core.stores.keys).run);
  return epochs.at(-1)?.number ?? null;
}

function eraseRows(core: PrivacyCore, subjectId: string, keyEpoch: number | null): Promise<void> {
  return core.stores.main.em.fork().transactional(async (em) => {
    for (const { erase } of core.registry.erasures) await erase(em, subjectId);
    const record = await em.findOneOrFail(ErasureRecord, { subjectId });
    record.keyEpoch ??= keyEpoch;
    record.executedAt ??= core.clock.now();
  });
}
