import { setTimeout as wait } from 'node:timers/promises';
import { Order } from '../../features/orders/order.entity.ts';
import { endPayments } from '../../features/payments/end-payments.ts';
import { requestRefund } from '../../features/payments/request-refund.ts';
import { Subject } from '../../privacy/subjects/subject.entity.ts';
import type { Shop } from '../shop.ts';
import { type DemoBrowser, openDemoBrowser } from './demo-browser.ts';
import { DEMO_PERSON } from './demo-person.ts';
import { signUpDemoPerson } from './sign-up-demo-person.ts';

const VARIANTS = `query { products(first: 12, filter: { inStock: true }) { nodes { variants { id } } } }`;
const ADD = `mutation ($variantId: ID!) { addToCart(variantId: $variantId, quantity: 1, market: EU) { userErrors { code } } }`;
const SHIPPING = `query { shippingOptions(countryCode: "DE") { id } }`;
const PLACE = `mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) { order { number } paymentUrl userErrors { code } } }`;
const STATE = `query ($number: String!) { me { order(number: $number) { state } } }`;

/** Longest wait for a webhook (ms). */
const LONGEST_WAIT = 15_000;

/** What becomes of each order of the demo's customer. */
const FATES = ['DELIVERED', 'REFUNDED', 'CANCELLED', 'PAID', 'AWAITING_PAYMENT'] as const;
type Fate = (typeof FATES)[number];

/**
 * Gives the demo a customer with orders in several states, through the doors that everybody uses: mailed code, cart, checkout, the
 * institution's page. Does nothing in a shop that has or had an account: whoever erased the demo's does not find it again. It takes about a second, while the shop is open already.
 */
export async function seedDemoCustomers(shop: Shop): Promise<void> {
  const { core, http, config } = shop;
  if ((await core.stores.main.em.fork().count(Subject, { kind: 'CUSTOMER' })) > 0) return;
  const browser = openDemoBrowser(http, config.publicUrl);
  await signUpDemoPerson(shop, browser);
  const { products } = await browser.ask<{ products: { nodes: { variants: { id: string }[] }[] } }>(VARIANTS);
  const variantIds = products.nodes.flatMap(({ variants }) => variants.slice(0, 1).map(({ id }) => id));
  for (const [at, fate] of FATES.entries()) {
    const goods = [variantIds[2 * at], variantIds[2 * at + 1]].filter((id) => id !== undefined);
    await orderAs(shop, browser, goods, fate);
  }
}

async function orderAs(shop: Shop, browser: DemoBrowser, variantIds: readonly string[], fate: Fate): Promise<void> {
  for (const variantId of variantIds) await browser.ask(ADD, { variantId });
  const { number, paymentUrl } = await place(browser);
  if (fate === 'AWAITING_PAYMENT') return;
  const em = shop.core.stores.main.em.fork();
  const { id, subjectId } = await em.findOneOrFail(Order, { number }, { fields: ['id', 'subjectId'] });
  if (fate === 'CANCELLED') return endPayments(shop.payments, subjectId);
  await payAt(paymentUrl);
  await untilPaid(browser, number);
  // Nobody carries parcels in a demo.
  if (fate === 'DELIVERED') await em.nativeUpdate(Order, { id }, { deliveredAt: shop.core.clock.now() });
  if (fate === 'REFUNDED') await em.fork().transactional(async (inner) => void (await requestRefund(inner, id)));
}

async function place({ ask }: DemoBrowser): Promise<{ number: string; paymentUrl: string }> {
  const { shippingOptions } = await ask<{ shippingOptions: { id: string }[] }>(SHIPPING);
  const input = {
    email: DEMO_PERSON.email,
    recipientName: DEMO_PERSON.name,
    address: { countryCode: 'DE', addressLine1: 'Musterweg 1', postalCode: '10115', city: 'Musterhausen' },
    shippingOptionId: shippingOptions[0]?.id,
    language: 'EN',
  };
  const { placeOrder } = await ask<{ placeOrder: { order: { number: string } | null; paymentUrl: string | null } }>(
    PLACE,
    { input },
  );
  const { order, paymentUrl } = placeOrder;
  if (!order || !paymentUrl) throw new Error('The order of the demo was not placed.');
  return { number: order.number, paymentUrl };
}

/** Pays as a script does. */
async function payAt(paymentUrl: string): Promise<void> {
  const { origin, pathname } = new URL(paymentUrl);
  const answer = await fetch(`${origin}/v1/sessions/${pathname.split('/').at(-1)}/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cardNumber: '4242424242424242', expiry: '12/39', cvc: '123' }),
  });
  if (!answer.ok) throw new Error(`The payment of the demo was answered ${answer.status}.`);
}

async function untilPaid({ ask }: DemoBrowser, number: string): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT;
  while (performance.now() < deadline) {
    const { me } = await ask<{ me: { order: { state: string } } }>(STATE, { number });
    if (me.order.state === 'PAID') return;
    await wait(50);
  }
  throw new Error('The payment of the demo was not reported.');
}
