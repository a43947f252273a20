import type { RightsStanding } from '@barrier/schema/data-rights/erasure.type.ts';
import { Subject } from '../../privacy/subjects/subject.entity.ts';
import { affectedOrders } from './affected-orders.ts';
import { shownState } from './erasure-lifecycle.ts';
import { ErasureRequest } from './erasure-request.entity.ts';
import type { PersonContext } from './require-person.ts';
import type { RightsTarget } from './rights-target.ts';

/** How a person stands with their rights: what is under restriction, and what is about to be erased. */
export async function showStanding({ core }: PersonContext, target: RightsTarget): Promise<RightsStanding> {
  const em = core.stores.main.em.fork();
  const lead = await em.findOne(Subject, { id: target.leadId });
  const request = await em.findOne(ErasureRequest, { subjectId: target.leadId });
  const orders = await affectedOrders(core, target.subjectIds);
  return {
    scope: target.scope,
    restrictedSince: lead?.restrictedAt?.toISOString() ?? null,
    erasure: request && {
      state: shownState(request.state),
      scope: request.scope,
      requestedAt: request.requestedAt.toISOString(),
      dueAt: request.dueAt.toISOString(),
      waitsFor: orders.filter(({ fate }) => fate === 'FINISHED_FIRST').map(({ number }) => number),
    },
    orders,
    isFresh: target.fresh,
  };
}
