import type { Order as OrderType } from '@barrier/schema/orders/order.type.ts';
import type { Order } from './order.entity.ts';
import { OrderAddress, OrderLines, OrderText } from './order-values.ts';
import { shippingTitle } from './shipping-title.ts';

/** An order as the graph answers it: what is clear is read off, what is personal waits for the access session. */
export function viewOrder(order: Order): OrderType {
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
    recipientName: new OrderText(order, order.recipientName),
    email: new OrderText(order, order.email),
    phone: new OrderText(order, order.phone),
    address: new OrderAddress(order),
    lines: new OrderLines(order),
  };
}
