import type { SqlEntityManager } from '@mikro-orm/sql';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import type { ReadRow } from '../../platform/orm/find-row.ts';
import { lockSubjectRow } from '../../privacy/subjects/lock-active-subject.ts';
import { OrderMailJob } from '../mail/order-mail-job.ts';
import { applyConfirm, prepareConfirm } from '../orders/confirm-order.ts';
import type { PreparedOrder } from '../orders/open-order-content.ts';
import { Order } from '../orders/order.entity.ts';
import { applyRelease } from '../orders/release-order.ts';
import { applyReserveAgain } from '../orders/reserve-order-again.ts';
import { announceStock } from '../stock/announce-stock.ts';
import { lockPayment } from './lock-payment.ts';
import type { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { PaymentJob } from './payment-job.ts';
import { movePayment, stateAfter } from './payment-lifecycle.ts';
import { storeSession } from './store-session.ts';

/** A success that the institution has reported. */
export interface ReportedSuccess {
  /** As it was when that was learnt. */
  readonly payment: ReadRow<Payment>;
  /** The institution's name for its session. */
  readonly sessionId: string;
}

/** What became of a success: the order is paid; its goods are gone and the money goes back; or it was known before. */
export type Settlement = 'PAID' | 'PAYING_BACK' | 'KNOWN';

/** Done in the transaction of a settlement, such as noting the webhook. */
export type Alongside = (em: SqlEntityManager) => Promise<void>;

/** The goods of an order are no longer set aside for it, and cannot be again. */
class GoodsGoneError extends Error {}

/**
 * Settles a payment that succeeded, whenever that is reported: payment, order, stock and the job of the confirmation mail are
 * committed together. After the lapse the goods are set aside again, or the money goes back and the customer is told (D15).
 */
export async function settlePayment(
  deps: PaymentDeps,
  success: ReportedSuccess,
  alongside: Alongside = async () => undefined,
): Promise<Settlement> {
  const { core } = deps;
  const { main } = core.stores;
  // Checked again under the lock; asked here so that a repetition opens nothing.
  const prepared = awaitsSuccess(success.payment) ? await prepareConfirm(core, success.payment.orderId) : null;
  deps.onStep?.('SETTLEMENT_PREPARED');
  const inTransaction = (
    settle: (em: SqlEntityManager, payment: Payment, prepared: PreparedOrder) => Promise<string[]>,
  ) =>
    main.em.fork().transactional(async (em): Promise<string[] | null> => {
      const payment = await lockPayment(em, success.payment.id);
      await alongside(em);
      if (!prepared || !awaitsSuccess(payment)) return null;
      // An erasure must not begin between this and the commit: what is paid, or to be paid back, keeps it waiting.
      await lockSubjectRow(em, payment.subjectId);
      await storeSession(core, em, payment, success.sessionId);
      payment.settledAt = core.clock.now();
      return settle(em, payment, prepared);
    });
  let settlement: Settlement = 'PAID';
  let stock: string[] | null;
  try {
    stock = await inTransaction((em, payment, order) => confirm(deps, em, payment, order));
  } catch (error) {
    if (!(error instanceof GoodsGoneError)) throw error;
    settlement = 'PAYING_BACK';
    stock = await inTransaction((em, payment, order) => payBack(em, payment, order, core.clock.now()));
  }
  deps.onStep?.('SETTLED');
  if (!stock) return 'KNOWN';
  await announceStock(core.bus, stock);
  return settlement;
}

/** A payment that was cancelled cannot become a paid order any more, but a success still has to be paid back. */
function awaitsSuccess({ state }: ReadRow<Payment>): boolean {
  return stateAfter(state, 'succeed') !== null || state === 'CANCELLED';
}

async function confirm(
  { core, sellerTimeZone }: PaymentDeps,
  em: SqlEntityManager,
  payment: Payment,
  order: PreparedOrder,
): Promise<string[]> {
  const now = core.clock.now();
  if (payment.state === 'CANCELLED') throw new GoodsGoneError();
  const again = payment.state === 'EXPIRED' ? await applyReserveAgain(em, order, now) : [];
  if (!again) throw new GoodsGoneError();
  movePayment(payment, 'succeed');
  if ((await applyConfirm(em, order, now, sellerTimeZone)) === 'STOCK_GONE') throw new GoodsGoneError();
  await enqueueJob(em, { kind: OrderMailJob.WRITE, payload: { orderId: payment.orderId, mail: 'CONFIRMATION' } });
  return again;
}

/** In a transaction of its own: what `confirm` did before it failed is rolled back. */
async function payBack(em: SqlEntityManager, payment: Payment, prepared: PreparedOrder, now: Date): Promise<string[]> {
  const order = await em.findOneOrFail(Order, { id: payment.orderId }, { fields: ['state'] });
  const released = order.state === 'AWAITING_PAYMENT' ? await applyRelease(em, prepared, 'CANCELLED', now) : [];
  movePayment(payment, 'payBack');
  await enqueueJob(em, { kind: PaymentJob.REFUND, payload: { paymentId: payment.id } });
  return released;
}
