import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { eraseSubject } from './erase-subject.ts';
import { ErasureRecord } from './erasure-record.entity.ts';

/** What became of the erasures that were not executed. */
export interface ResumedErasures {
  readonly executed: number;
  /** Those whose payment or the like could not be ended now, since an institution is away: try again soon. */
  readonly waiting: number;
  /** Those of people who have an order on its way: they are executed once it is finished. */
  readonly underWay: number;
}

/**
 * Carries on with every erasure that was asked for and is not executed. Called at start and every few minutes. One that fails does not
 * keep up the others; its error is thrown after them.
 */
export async function resumeErasures(core: PrivacyCore): Promise<ResumedErasures> {
  const resumed = { executed: 0, waiting: 0, underWay: 0 };
  const failures: unknown[] = [];
  for (const subjectId of await unfinished(core)) {
    try {
      await eraseSubject(core, subjectId);
      resumed.executed += 1;
    } catch (error) {
      const code = error instanceof PrivacyError ? error.code : null;
      if (code === 'ERASURE_WAITS') resumed.waiting += 1;
      else if (code === 'UNDER_WAY') resumed.underWay += 1;
      else failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return resumed;
}

/** Those that wait to begin, and those whose intent is committed. */
async function unfinished({ stores }: PrivacyCore): Promise<Set<string>> {
  const em = stores.main.em.fork();
  const requested = await em.find(ErasureRecord, { executedAt: null }, { fields: ['subjectId'] });
  const begun = await em.find(Subject, { state: 'ERASING' }, { fields: ['id'] });
  return new Set([...requested.map(({ subjectId }) => subjectId), ...begun.map(({ id }) => id)]);
}
