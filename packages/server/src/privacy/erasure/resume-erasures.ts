import type { PrivacyCore } from '../core.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { eraseSubject } from './erase-subject.ts';

/** Carries on with every erasure whose intent is committed. Called at start. Answers how many there were. */
export async function resumeErasures(core: PrivacyCore): Promise<number> {
  const unfinished = await core.stores.main.em.fork().find(Subject, { state: 'ERASING' }, { fields: ['id'] });
  for (const { id } of unfinished) await eraseSubject(core, id);
  return unfinished.length;
}
