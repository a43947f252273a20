import type { AffectedOrder } from '@barrier/schema/data-rights/erasure.type.ts';
import type { OrderFate } from '@barrier/schema/data-rights/erasure-state.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { erasureHold } from '../../privacy/erasure/erasure-hold.ts';
import type { ErasureHold } from '../../privacy/registry/privacy-registry.ts';
import { Subject } from '../../privacy/subjects/subject.entity.ts';
import { Order } from '../orders/order.entity.ts';
import { ErasureRequest } from './erasure-request.entity.ts';

const FATES: Readonly<Record<ErasureHold | 'NONE', OrderFate>> = {
  NONE: 'ERASED',
  ENDABLE: 'ENDED_FIRST',
  UNDER_WAY: 'FINISHED_FIRST',
};

/** The orders of some subjects, newest first, with what an erasure would have to wait for, by what every registration says holds its rows. */
export async function affectedOrders(
  { registry, stores }: Pick<PrivacyCore, 'registry' | 'stores'>,
  subjectIds: readonly string[],
): Promise<AffectedOrder[]> {
  const em = stores.main.em.fork();
  const among = { $in: [...subjectIds] };
  const orders = await em.find(Order, { subjectId: among }, { orderBy: { placedAt: 'desc', id: 'desc' } });
  const restricted = await em.find(Subject, { id: among, restrictedAt: { $ne: null } });
  const requests = await em.find(ErasureRequest, { subjectId: among, scope: 'ORDER' });
  const affected: AffectedOrder[] = [];
  for (const { subjectId, number, placedAt, state } of orders) {
    const since = restricted.find(({ id }) => id === subjectId)?.restrictedAt;
    const erased = requests.find((request) => request.subjectId === subjectId)?.dueAt;
    affected.push({
      number,
      placedAt: placedAt.toISOString(),
      state,
      fate: FATES[(await erasureHold(registry, em, subjectId)) ?? 'NONE'],
      restrictedSince: since?.toISOString() ?? null,
      erasedOn: erased?.toISOString() ?? null,
    });
  }
  return affected;
}
