import type { Order as OrderType } from '@barrier/schema/orders/order.type.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Payment } from '../payments/payment.entity.ts';
import type { Order } from './order.entity.ts';
import { OrderAddress, OrderLines, OrderPaymentReference, OrderText } from './order-values.ts';
import { shippingTitle } from './shipping-title.ts';

/**
 * An order as the graph answers it: what is clear is read off, what is personal waits for the access session.
 * @param known its payment, if that was read a moment ago.
 */
export async function viewOrder(
  { stores }: Pick<PrivacyCore, 'stores'>,
  order: Order,
  known?: Payment,
): Promise<OrderType> {
  const payment = known ?? (await stores.main.em.fork().findOne(Payment, { orderId: order.id }));
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
    paymentReference: new OrderPaymentReference(order, payment),
    lines: new OrderLines(order),
  };
}
