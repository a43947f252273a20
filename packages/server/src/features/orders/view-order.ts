import type { Order as OrderType } from '@barrier/schema/orders/order.type.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Payment } from '../payments/payment.entity.ts';
import type { Order } from './order.entity.ts';
import { OrderAddress, OrderAddressParts, OrderLines, OrderText } from './order-values.ts';
import { mayBeCorrected } from './overwrite-order.ts';
import { shippingTitle } from './shipping-title.ts';

/**
 * An order as the graph answers it: what is clear is read off, what is personal waits for the access session.
 * @param known its payment, if that was read a moment ago.
 */
export async function viewOrder(
  { stores, registry }: Pick<PrivacyCore, 'stores' | 'registry'>,
  order: Order,
  known?: Payment,
): Promise<OrderType> {
  // Loaded before: an answer that waited for the database would miss the one write of the log that its operation has.
  const payment = known ?? (await stores.main.em.fork().findOne(Payment, { orderId: order.id }));
  const clocks = { order, payment, days: registry.retentionDays };
  const money = (amount: number) => ({ amount, currency: order.currency });
  return {
    number: order.number,
    state: order.state,
    placedAt: order.placedAt.toISOString(),
    payableUntil: order.state === 'AWAITING_PAYMENT' ? order.payableUntil.toISOString() : null,
    countryCode: order.countryCode,
    subtotal: money(order.subtotal),
    discount: money(order.discount),
    shipping: money(order.shipping),
    includedTax: money(order.includedTax),
    taxRate: order.taxRate,
    total: money(order.total),
    shippingTitle: shippingTitle(order.shippingOptionId, order.language),
    recipientName: new OrderText(clocks, order.recipientName),
    email: new OrderText(clocks, order.email),
    phone: new OrderText(clocks, order.phone),
    address: new OrderAddress(clocks, order),
    addressParts: new OrderAddressParts(clocks, order),
    correctable: mayBeCorrected(order),
    paymentReference: new OrderText(clocks, payment?.sessionReference),
    lines: new OrderLines(clocks, order),
  };
}
