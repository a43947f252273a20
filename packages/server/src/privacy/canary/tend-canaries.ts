import type { PrivacyCore } from '../core.ts';
import { eraseSubject } from '../erasure/erase-subject.ts';
import { createSubject, prepareSubject } from '../subjects/create-subject.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { missingFieldsOf } from './missing-fields.ts';

/** How long a canary lives, in ms: less than the shortest retention of what is sealed, which is a week for mails. */
export const CANARY_LIFE_MS = 6 * 86_400_000;

/** What was done to the canaries. */
export interface TendedCanaries {
  readonly planted: number;
  readonly erased: number;
}

/**
 * Sees to it that one canary lives with all its values (decision 015). One that is old, or of which erasure or retention has taken a value, is
 * erased as any subject is, once its successor is planted. Idempotent; several at once leave one too many, which the next call erases.
 */
export async function tendCanaries(core: PrivacyCore): Promise<TendedCanaries> {
  const living = await core.stores.main.em
    .fork()
    .find(Subject, { kind: 'CANARY', state: 'ACTIVE' }, { orderBy: { createdAt: 'desc', id: 'desc' } });
  const [youngest] = living;
  const stays = youngest && (await mayStay(core, youngest)) ? youngest : null;
  if (!stays) await plantCanary(core);
  const rest = living.filter((canary) => canary !== stays);
  for (const { id } of rest) await eraseSubject(core, id);
  return { planted: stays ? 0 : 1, erased: rest.length };
}

async function mayStay(core: PrivacyCore, { id, createdAt }: Subject): Promise<boolean> {
  const isOld = createdAt.getTime() + CANARY_LIFE_MS <= core.clock.now().getTime();
  return !isOld && (await missingFieldsOf(core, id)).length === 0;
}

async function plantCanary(core: PrivacyCore): Promise<void> {
  const prepared = await prepareSubject(core, 'CANARY');
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = createSubject(em, prepared);
    for (const { plant } of core.registry.canaries) await plant(em, subject);
  });
}
