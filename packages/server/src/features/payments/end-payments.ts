import { endPayment } from './end-payment.ts';
import { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';
import type { PaymentState } from './payment-lifecycle.ts';
import { refundPayment } from './refund-payment.ts';

/** A payment in these states can still be paid at the institution, or may have been. */
const UNPAID: readonly PaymentState[] = ['CREATED', 'OPEN', 'LAPSING'];

/** What `endPayments` can bring to its end; an erasure waits for it. */
export const ENDABLE: readonly PaymentState[] = [...UNPAID, 'REFUND_PENDING'];

/**
 * Ends what a subject's payments have under way at the institution, before the subject is erased: sessions that could still be
 * paid, and money on its way back. A payment that turns out to be paid is settled and stands.
 * @throws {InstitutionError} to be tried again.
 */
export async function endPayments(deps: PaymentDeps, subjectId: string): Promise<void> {
  const task = 'end-payments';
  for (const id of await idsOf(deps, subjectId, UNPAID)) {
    await endPayment(deps, id, { task, isDue: () => true, unpaid: 'CANCELLED' });
  }
  for (const id of await idsOf(deps, subjectId, ['REFUND_PENDING'])) await refundPayment(deps, id);
}

async function idsOf({ core }: PaymentDeps, subjectId: string, states: readonly PaymentState[]): Promise<string[]> {
  const em = core.stores.main.em.fork();
  const payments = await em.find(Payment, { subjectId, state: { $in: [...states] } }, { fields: ['id'] });
  return payments.map(({ id }) => id);
}
