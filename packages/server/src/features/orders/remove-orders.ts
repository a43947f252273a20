import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { dayOf } from '../../platform/clock/clock.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { PlacedRequest } from '../checkout/placed-request.entity.ts';
import { Order } from './order.entity.ts';
import { OrderCode } from './order-code.entity.ts';

/**
 * Removes orders with all that hangs on them, in the caller's transaction; answers how many. Of one that was paid the books keep number and
 * amounts of its invoice, about nobody (decision 020).
 */
export async function removeOrders(em: SqlEntityManager, orders: readonly Order[]): Promise<number> {
  if (orders.length === 0) return 0;
  for (const order of orders) if (order.paidAt) await reduce(em, order, order.paidAt);
  const ids = orders.map(({ id }) => id);
  await em.nativeDelete(OrderCode, { orderId: { $in: ids } });
  await em.nativeDelete(PlacedRequest, { orderId: { $in: ids } });
  return em.nativeDelete(Order, { id: { $in: ids } });
}

/** Written by hand: what is written through the entity manager is kept in its memory, and flushed in an order that tells whose came first. */
async function reduce(em: SqlEntityManager, order: Order, paidAt: Date): Promise<void> {
  const { run, dialect } = sqlIn(em);
  const { invoiceNumber, state, countryCode, currency, subtotal, discount, shipping, includedTax, total, taxRate } =
    order;
  const refunded = state === 'REFUNDED';
  await run(
    `insert into reduced_order (id, invoice_number, paid_on, refunded, country_code, currency,
       subtotal, discount, shipping, included_tax, total, tax_rate)
     values (?, ?, ?, ${dialect === 'postgresql' ? String(refunded) : Number(refunded)}, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (invoice_number) do nothing`,
    [
      randomUUID(),
      invoiceNumber ?? null,
      dayOf(paidAt),
      countryCode,
      currency,
      subtotal,
      discount,
      shipping,
      includedTax,
      total,
      taxRate,
    ],
  );
}
