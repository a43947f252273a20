import type { CorrectedOrder, OrderCorrection } from '@barrier/schema/orders/corrected-order.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicError } from '../../platform/errors.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { type OpenOrder, seenOf } from './find-open-orders.ts';
import { lockOrder } from './order-transition.ts';
import { type Correction, mayBeCorrected, overwriteOrder } from './overwrite-order.ts';

/**
 * Has the orders of a customer follow a change of theirs, in the transaction that makes the change: all or nothing, whatever dies when
 * (P6.2). Each order's row is locked, as whoever dispatches it must lock it: a parcel goes to the one address or the other.
 */
export async function correctOpenOrders(
  core: PrivacyCore,
  em: SqlEntityManager,
  orders: readonly OpenOrder[],
): Promise<CorrectedOrder[]> {
  const answers: CorrectedOrder[] = [];
  for (const order of orders) {
    const { number, correction } = order;
    const outcome = correction ? await follow(core, em, order, correction) : 'OTHER_VALUE';
    answers.push({ number, outcome });
  }
  return answers;
}

async function follow(
  core: PrivacyCore,
  em: SqlEntityManager,
  { orderId, subjectId, seen }: OpenOrder,
  correction: Correction,
): Promise<OrderCorrection> {
  try {
    const subject = await lockActiveSubject(core, em, subjectId);
    const order = await lockOrder(em, orderId);
    if (!mayBeCorrected(order)) return 'CLOSED';
    if (seenOf(order) !== seen) return 'OTHER_VALUE';
    if (correction.address && correction.address.countryCode !== order.countryCode) return 'OTHER_COUNTRY';
    await overwriteOrder(core, em, subject, order, correction);
    return 'CORRECTED';
  } catch (error) {
    if (isGone(error)) return 'CLOSED';
    throw error;
  }
}

/** Whether an order, or whose it is, went while the customer changed what is theirs. */
function isGone(error: unknown): boolean {
  if (error instanceof PublicError) return error.code === 'NOT_FOUND';
  return error instanceof PrivacyError && (error.code === 'SUBJECT_NOT_ACTIVE' || error.code === 'ERASED');
}
