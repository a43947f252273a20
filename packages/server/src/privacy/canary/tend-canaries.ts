import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { eraseSubject } from '../erasure/erase-subject.ts';
import { createSubject, prepareSubject } from '../subjects/create-subject.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { missingFieldsOf } from './missing-fields.ts';

/** How long a canary lives, in ms; the retention run leaves it alone meanwhile (decision 020). */
export const CANARY_LIFE_MS = 6 * 86_400_000;

/** What was done to the canaries. */
export interface TendedCanaries {
  readonly planted: number;
  readonly erased: number;
}

/**
 * Sees to it that one canary lives with all its values (decision 015). One that is old, or of which erasure or retention has taken a value, is
 * erased as any subject is, once its successor is planted. Idempotent; of several at once one plants.
 */
export async function tendCanaries(core: PrivacyCore): Promise<TendedCanaries> {
  const living = await core.stores.main.em
    .fork()
    .find(Subject, { kind: 'CANARY', state: 'ACTIVE' }, { orderBy: { createdAt: 'desc', id: 'desc' } });
  const [youngest] = living;
  const stays = youngest && (await mayStay(core, youngest)) ? youngest : null;
  const planted = !stays && (await plantCanary(core, living));
  const rest = living.filter((canary) => canary !== stays);
  for (const { id } of rest) await eraseSubject(core, id);
  return { planted: planted ? 1 : 0, erased: rest.length };
}

async function mayStay(core: PrivacyCore, { id, createdAt }: Subject): Promise<boolean> {
  const isOld = createdAt.getTime() + CANARY_LIFE_MS <= core.clock.now().getTime();
  return !isOld && (await missingFieldsOf(core, id)).length === 0;
}

/** Plants one, unless somebody has since those that are known were looked up; answers whether it did. */
async function plantCanary(core: PrivacyCore, known: readonly Subject[]): Promise<boolean> {
  const prepared = await prepareSubject(core, 'CANARY');
  return core.stores.main.em.fork().transactional(async (em) => {
    await lockName(sqlIn(em), 'canaries');
    const others = { kind: 'CANARY', state: 'ACTIVE', id: { $nin: known.map(({ id }) => id) } } as const;
    // The key is nobody's then, and is swept.
    if ((await em.count(Subject, others)) > 0) return false;
    const subject = createSubject(em, prepared);
    for (const { plant } of core.registry.canaries) await plant(em, subject);
    return true;
  });
}
