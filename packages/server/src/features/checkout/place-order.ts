import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import type { PlaceOrderPayload } from '@barrier/schema/checkout/place-order.result.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import { prepareSubject } from '../../privacy/subjects/create-subject.ts';
import { MAX_AMOUNT } from '../cart/cart-limits.ts';
import { readPricedCart } from '../cart/show-cart.ts';
import { localeOf } from '../catalog/locale.ts';
import { Order } from '../orders/order.entity.ts';
import { viewOrder } from '../orders/view-order.ts';
import type { Payment } from '../payments/payment.entity.ts';
import { paymentUrlOf } from '../payments/payment-url-of.ts';
import { startPayment } from '../payments/start-payment.ts';
import { announceStock } from '../stock/announce-stock.ts';
import { checkOrderInput } from './check-order-input.ts';
import type { CheckoutContext } from './checkout-context.ts';
import { checkoutError } from './checkout-errors.ts';
import { findPlacedRequest, type PlacedOrder } from './find-placed-request.ts';
import { OrderRefused } from './order-refused.ts';
import { priceOrder } from './price-order.ts';
import { fingerprintOf } from './request-fingerprint.ts';
import { type OrderDraft, storeOrder } from './store-order.ts';

/**
 * Places a guest's order from the request's cart: everything is checked first, then the key of a new subject is committed
 * (D3), then order, reservations, payment, link and the emptied cart in one transaction, and the payment is started after
 * it. Whatever fails leaves nothing but a key that opens nothing and is swept. A repetition by `Idempotency-Key` gives the
 * same order.
 */
export async function placeOrder(context: CheckoutContext, input: PlaceOrderInput): Promise<PlaceOrderPayload> {
  const { core, cartToken } = context;
  const { language } = input;
  const { checked, errors } = checkOrderInput(input);
  if (!checked) return refused(...errors);
  const request = fingerprintOf(context.fingerprintKey, context.idempotencyKey, cartToken, input);
  const answerIfPlaced = async () => {
    const before = await findPlacedRequest(context.sql.run, request, core.clock.now());
    if (before === 'OTHER_INPUT') return refused(checkoutError('IDEMPOTENCY_KEY_REUSED', language));
    return before ? answerAgain(context, before) : null;
  };
  const known = await answerIfPlaced();
  if (known) return known;

  const { stored, priced } = await readPricedCart(context, localeOf(language, checked.profile.market));
  if (!stored || priced.lines.length === 0) {
    // The same request may have placed the order since it was looked up, and with that emptied the cart.
    return (await answerIfPlaced()) ?? refused(checkoutError('CART_EMPTY', language));
  }
  const sums = priceOrder(priced, checked.profile, checked.option, checked.address.countryCode, core.clock.now());
  if (Math.max(sums.subtotal, sums.total) > MAX_AMOUNT) return refused(checkoutError('ORDER_TOO_LARGE', language));
  const expected = input.expectedTotal ?? sums.total;
  if (expected !== sums.total) return refused(checkoutError('PRICE_CHANGED', language, ['expectedTotal']));

  const draft: OrderDraft = { checked, cart: stored, sums, request, language };
  const subject = await prepareSubject(core, 'GUEST_ORDER');
  try {
    const placed = await storeOrder(context, draft, subject);
    if ('before' in placed) return answerAgain(context, placed.before);
    await announceStock(core.bus, placed.changedStock);
    return answer(context, placed.order, placed.trackingToken, placed.payment);
  } catch (error) {
    if (error instanceof OrderRefused) return refused(...error.userErrors);
    throw error;
  }
}

/**
 * The order that an earlier request has placed, with the link that it was answered: any of the answers may be the one that
 * arrives, and a repetition is no reason for another right to the order.
 */
async function answerAgain(context: CheckoutContext, before: PlacedOrder): Promise<PlaceOrderPayload> {
  const order = await context.core.stores.main.em.fork().findOneOrFail(Order, { id: before.orderId });
  return answer(context, order, before.trackingToken);
}

/** Whoever typed it in just now may see it in this one answer. */
async function answer(
  context: CheckoutContext,
  order: Order,
  trackingToken: string,
  payment?: Payment,
): Promise<PlaceOrderPayload> {
  context.prove({ subjectId: order.subjectId, by: 'CODE' });
  // The payment is started first, so that the answer holds the reference that it gets.
  const started = await startIfPossible(context, order.id, payment);
  const view = await viewOrder(context.core, order, started?.payment);
  return { order: view, paymentUrl: started?.paymentUrl ?? null, trackingToken, userErrors: [] };
}

/** The order stands, whatever becomes of its payment: who gets no address here gets one by `payOrder`. */
async function startIfPossible({ payments }: CheckoutContext, orderId: string, payment?: Payment) {
  try {
    const started = payment ? await startPayment(payments, payment.id, payment) : await paymentUrlOf(payments, orderId);
    return 'paymentUrl' in started ? started : null;
  } catch (error) {
    payments.logger?.error({ err: error }, 'payment not started');
    return null;
  }
}

function refused(...userErrors: UserError[]): PlaceOrderPayload {
  return { order: null, paymentUrl: null, trackingToken: null, userErrors };
}
