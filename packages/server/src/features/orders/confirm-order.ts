import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { dayOf } from '../../platform/clock/clock.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { isReserved, sellReserved } from '../stock/reserve-stock.ts';
import { nextInvoiceNumber } from './invoice-number.ts';
import { openOrderContent, type PreparedOrder } from './open-order-content.ts';
import type { Order } from './order.entity.ts';
import { mayBecome } from './order-lifecycle.ts';
import { lockOrder, moveOrder } from './order-transition.ts';

/**
 * What became of a confirmation. `STOCK_GONE`: the reservations were released and nothing was changed; reserve again or pay
 * back (D15). `ALREADY_PAID`: nothing was done, nothing is to be done.
 */
export type ConfirmOutcome = 'CONFIRMED' | 'ALREADY_PAID' | 'STOCK_GONE';

/** Opens what `applyConfirm` needs, before the caller's transaction begins. */
export function prepareConfirm(core: PrivacyCore, orderId: string): Promise<PreparedOrder> {
  return openOrderContent(core, orderId, 'confirm-order');
}

/**
 * Makes an order paid, in the caller's transaction: its reservations become sales, sales and tax ledger get rows that lead
 * to no order (D4), and it gets its invoice number, of the year in the seller's time zone. From LAPSED it works only after `applyReserveAgain` in the same transaction.
 * @throws {OrderTransitionError} if the order can no longer be paid, {PublicError} NOT_FOUND if it is gone.
 */
export async function applyConfirm(
  em: SqlEntityManager,
  prepared: PreparedOrder,
  now: Date,
  sellerTimeZone: string,
): Promise<ConfirmOutcome> {
  const order = await lockOrder(em, prepared.orderId);
  const { content } = prepared;
  if (order.state === 'PAID') return 'ALREADY_PAID';
  if (mayBecome(order.state, 'PAID') && !(content && (await isReserved(em, content.reservations)))) return 'STOCK_GONE';
  moveOrder(order, 'PAID', now);
  const today = dayOf(now);
  await sellReserved(em, content?.reservations ?? [], today);
  await recordTax(em, order, today, 1);
  order.invoiceNumber ??= await nextInvoiceNumber(em, now, sellerTimeZone);
  return 'CONFIRMED';
}

/** Writes the tax ledger's row of an order, or with sign -1 the one that takes it back. */
export async function recordTax(em: SqlEntityManager, order: Order, day: string, sign: 1 | -1): Promise<void> {
  const { countryCode, currency, taxRate, includedTax, total } = order;
  const net = sign * (total - includedTax);
  await sqlIn(em).run(
    'insert into tax_ledger (id, day, country_code, currency, tax_rate, net, tax) values (?, ?, ?, ?, ?, ?, ?)',
    [randomUUID(), day, countryCode, currency, taxRate, net, sign * includedTax],
  );
}
