import { placeholders, sqlIn } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { erasureHold } from '../erasure/erasure-hold.ts';
import { SPENT_SUBJECTS } from './erase-spent-subjects.ts';
import { findSpentSubjects } from './find-spent-subjects.ts';

/** What a run would find now, of one rule; subjects are counted. */
export interface RulePreview {
  readonly name: string;
  readonly due: number;
  /** Of those: who has something under way, so that nothing would be touched. */
  readonly held: number;
}

const ALL = 1_000_000_000;
const ASKED = 500;

/** Counts what a run would find due, and changes nothing. Whoever has nothing left after a run goes with it, besides those counted here. */
export async function previewRetention(
  core: Pick<PrivacyCore, 'stores' | 'registry' | 'clock'>,
): Promise<RulePreview[]> {
  const { stores, registry, clock } = core;
  const em = stores.main.em.fork();
  const previews: RulePreview[] = [];
  for (const { name, due, whateverIsUnderWay } of registry.retentions) {
    const ids = await due(em, clock.now(), ALL);
    let [found, held] = [0, 0];
    for (let at = 0; at < ids.length; at += ASKED) {
      const some = ids.slice(at, at + ASKED);
      const living = await sqlIn(em).run<{ id: string }>(
        `select id from subject where id in ${placeholders(some.length)} and state = 'ACTIVE' and kind <> 'CANARY'`,
        some,
      );
      found += living.length;
      if (whateverIsUnderWay) continue;
      for (const { id } of living) if ((await erasureHold(registry, em, id)) !== null) held += 1;
    }
    previews.push({ name, due: found, held });
  }
  let spent = 0;
  for await (const ids of findSpentSubjects(core)) spent += ids.length;
  return [...previews, { name: SPENT_SUBJECTS, due: spent, held: 0 }];
}
