import type { OrderTokenArgs } from '@barrier/schema/orders/order.args.ts';
import type { PayOrderPayload } from '@barrier/schema/orders/order-access.result.ts';
import { paymentUrlOf } from '../payments/payment-url-of.ts';
import { findOrderByToken } from './find-order-by-token.ts';
import type { OrderContext } from './order-context.ts';
import { orderError } from './order-errors.ts';

/** Where to pay an order that was left unpaid, for the bearer of its link. */
export async function payOrder(
  { core, payments }: OrderContext,
  { token, language }: OrderTokenArgs,
): Promise<PayOrderPayload> {
  const order = await findOrderByToken(core.stores.main.em.fork(), token, core.clock.now());
  const started = await paymentUrlOf(payments, order.id);
  return 'paymentUrl' in started
    ? { paymentUrl: started.paymentUrl, userErrors: [] }
    : { paymentUrl: null, userErrors: [orderError(started.error, language)] };
}
