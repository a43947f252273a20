import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import { payAt } from '../payments/sandbox-process.ts';
import { asShopper, type Placed, type Shopper, type ShownOrder } from './as-shopper.ts';
import { buildOrderInput } from './build-order-input.ts';
import type { TestShop } from './open-test-shop.ts';
import { until } from './until.ts';

/** An order that was placed and paid, and its confirmation written. */
export interface Bought {
  readonly shopper: Shopper;
  readonly input: PlaceOrderInput;
  readonly placed: Placed & { readonly order: ShownOrder };
  readonly token: string;
}

/** Puts variants into a new cart, orders and pays as a guest, and waits for the confirmation to be written. */
export async function buy(
  { shop, url }: TestShop,
  variantIds: readonly string[],
  input: PlaceOrderInput = buildOrderInput(),
): Promise<Bought> {
  const bought = await order({ url }, variantIds, input);
  await pay(bought);
  await untilPaid(bought);
  await shop.jobs.runDue();
  return bought;
}

/** Puts variants into a new cart and orders as a guest. */
export async function order(
  { url }: Pick<TestShop, 'url'>,
  variantIds: readonly string[],
  input: PlaceOrderInput = buildOrderInput(),
): Promise<Bought> {
  const shopper = asShopper(url);
  for (const variantId of variantIds) await shopper.add(variantId);
  const placed = await shopper.place(input);
  return boughtBy(shopper, input, placed);
}

/** What was bought, if it was. @throws if the order was refused. */
export function boughtBy(shopper: Shopper, input: PlaceOrderInput, placed: Placed): Bought {
  const { order: shown, trackingToken } = placed;
  if (!shown || trackingToken === null) throw new Error(`Refused: ${JSON.stringify(placed.userErrors)}`);
  return { shopper, input, placed: { ...placed, order: shown }, token: trackingToken };
}

/** Pays an order by a good card; asks for the payment page again where a busy machine kept it from the order's answer. */
export async function pay({ shopper, token, placed }: Pick<Bought, 'shopper' | 'token' | 'placed'>): Promise<void> {
  let url = placed.paymentUrl;
  await until('there is a payment page', async () => {
    url ??= await shopper.askToPay(token);
    return url !== null;
  });
  const status = await payAt(url ?? '');
  if (status !== 200) throw new Error(`The payment was answered ${status}.`);
}

/** Waits until the shop has heard of the payment. */
export async function untilPaid({ shopper, token }: Pick<Bought, 'shopper' | 'token'>): Promise<void> {
  await until('the order is paid', async () => (await shopper.follow(token)).state === 'PAID');
}
