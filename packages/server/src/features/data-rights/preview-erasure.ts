import type { ErasurePreview } from '@barrier/schema/data-rights/erasure.type.ts';
import type { RightsArgs } from '@barrier/schema/data-rights/rights.input.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import { measureSubjects } from '../../privacy/erasure/measure-subjects.ts';
import { expectedFinalMoment } from '../../privacy/keys/final-moment.ts';
import { LONGEST_BACKUP_DAYS } from '../../privacy/traces/longest-backup.ts';
import { affectedOrders } from './affected-orders.ts';
import { describeMeasure } from './describe-measure.ts';
import type { PersonContext } from './require-person.ts';
import { requireTarget } from './rights-target.ts';
import { ERASURE_WINDOW_DAYS } from './schedule-erasure.ts';

const DAY_MS = 86_400_000;

/** What an erasure would do, counted by the registries that it works by: what goes, what stays and why, and when it would be final. */
export async function previewErasure(context: PersonContext, args: RightsArgs): Promise<ErasurePreview> {
  const target = await requireTarget(context, args);
  const { core } = context;
  const measure = await measureSubjects(core.registry, core.stores.main.em.fork(), target.subjectIds);
  const dueAt = new Date(core.clock.now().getTime() + ERASURE_WINDOW_DAYS * DAY_MS);
  return {
    scope: target.scope,
    ...describeMeasure(core.registry, measure, args.language),
    orders: await affectedOrders(core, target.subjectIds),
    windowDays: ERASURE_WINDOW_DAYS,
    dueAt: dueAt.toISOString(),
    backupsUntil: dayOf(new Date(dueAt.getTime() + LONGEST_BACKUP_DAYS * DAY_MS)),
    finalBy: dayOf(await expectedFinalMoment(core, dueAt)),
  };
}
