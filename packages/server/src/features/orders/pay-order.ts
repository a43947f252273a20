import type { PayOrderArgs } from '@barrier/schema/orders/order.args.ts';
import type { PayOrderPayload } from '@barrier/schema/orders/order-access.result.ts';
import { paymentUrlOf } from '../payments/payment-url-of.ts';
import { findOrderByToken } from './find-order-by-token.ts';
import { findOwnOrder } from './find-own-order.ts';
import type { OwnOrdersContext } from './list-own-orders.ts';
import type { OrderContext } from './order-context.ts';
import { orderError } from './order-errors.ts';

/** Where to pay an order that was left unpaid: for the bearer of its link, and for the customer whose it is. */
export async function payOrder(
  { core, payments, viewer }: OrderContext & OwnOrdersContext,
  { token, number, language }: PayOrderArgs,
): Promise<PayOrderPayload> {
  const em = core.stores.main.em.fork();
  const now = core.clock.now();
  // To pay for somebody else's order one needs no code: nothing personal is answered.
  const order =
    token != null
      ? await findOrderByToken(em, token, now)
      : await findOwnOrder(em, { viewer, orderProof: null }, { number }, now);
  const started = await paymentUrlOf(payments, order.id);
  return 'paymentUrl' in started
    ? { paymentUrl: started.paymentUrl, userErrors: [] }
    : { paymentUrl: null, userErrors: [orderError(started.error, language)] };
}
