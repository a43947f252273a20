import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { inTurns, post, send, type Target } from './measure.ts';

const ADD = /* GraphQL */ `
  mutation Add($variantId: ID!, $quantity: Int!, $market: Market!) {
    addToCart(variantId: $variantId, quantity: $quantity, market: $market) {
      cartToken
      cart { totalQuantity subtotal { amount currency } lines { id quantity linePrice { amount currency } product { title } } }
      userErrors { code message path }
    }
  }
`;

const CART = /* GraphQL */ `
  query Cart {
    cart { totalQuantity total { amount currency } lines { id quantity available product { title slug } variant { title } } }
  }
`;

const SHIPPING = /* GraphQL */ `
  query Shipping {
    shippingOptions(countryCode: "DE") { id title daysMin daysMax phoneRequired price { amount currency } }
  }
`;

const PLACE = /* GraphQL */ `
  mutation Place($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      order { number state total { amount currency } email { access text } }
      paymentUrl
      trackingToken
      userErrors { code message path }
    }
  }
`;

const VARIANTS = /* GraphQL */ `
  query Variants($after: String) {
    products(first: 100, after: $after, sort: NEWEST) { nodes { variants { id } } pageInfo { endCursor hasNextPage } }
  }
`;

/** How long settled payments and written mails are waited for (ms). */
const LONGEST_SETTLEMENT = 60_000;

/** Ids of variants that the shop sells, 500 or as many as there are. */
export async function listVariants(shop: Target): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { products }: { products: VariantPage } = await ask(shop, VARIANTS, { after });
    for (const { variants } of products.nodes) for (const { id } of variants) ids.push(id);
    after = products.pageInfo.hasNextPage ? products.pageInfo.endCursor : null;
  } while (after !== null && ids.length < 500);
  return ids;
}

interface VariantPage {
  readonly nodes: readonly { readonly variants: readonly { readonly id: string }[] }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

/** Puts each of the variants into a cart of its own, a few at a time; answers the carts' tokens. */
export async function fillCarts(shop: Target, variants: readonly string[]): Promise<string[]> {
  const tokens: string[] = [];
  await inTurns(variants, async (variantId, at) => {
    tokens.push(await addToCart(shop, variantId, at));
  });
  return tokens;
}

/**
 * Lets guests buy, a few at a time: cart, ways of delivery, order, payment at the institution. Resolves when every payment
 * is settled by webhook and every confirmation is written and handed to the demo's mailbox.
 */
export async function buyAll(shop: Target, dataDir: string, variants: readonly string[]): Promise<void> {
  const database = new DatabaseSync(join(dataDir, 'main.db'), { readOnly: true });
  try {
    const mails = database.prepare("select count(*) as n from mail where kind = 'CONFIRMATION' and state = 'SPOOLED'");
    const written = () => (mails.get() as { n: number }).n;
    const wanted = written() + variants.length;
    await inTurns(variants, (variantId, at) => buy(shop, variantId, at));
    const deadline = performance.now() + LONGEST_SETTLEMENT;
    while (written() < wanted) {
      if (performance.now() > deadline) throw new Error(`${wanted - written()} confirmations were not written.`);
      await wait(50);
    }
  } finally {
    database.close();
  }
}

/** Orders the content of each cart, a few at a time, and leaves it unpaid. */
export async function placeAll(shop: Target, cartTokens: readonly string[]): Promise<void> {
  await inTurns(cartTokens, async (cartToken, at) => {
    await place(shop, cartToken, at);
  });
}

async function buy(shop: Target, variantId: string, at: number): Promise<void> {
  const cartToken = await addToCart(shop, variantId, at);
  await ask(shop, CART, {}, { 'cart-token': cartToken });
  await pay(await place(shop, cartToken, at));
}

/** Orders the content of a cart; answers where to pay. */
async function place(shop: Target, cartToken: string, at: number): Promise<string> {
  const headers = { 'cart-token': cartToken, 'idempotency-key': randomUUID() };
  const { shippingOptions } = await ask<{ shippingOptions: { id: string }[] }>(shop, SHIPPING, {}, headers);
  const input = {
    // Every guest is another: an address gets a few confirmations a day only. In letters, since some digits look like a card's.
    email: `testa.mustermann.${randomUUID().replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}@example.com`,
    recipientName: 'Testa Mustermann',
    address: { countryCode: 'DE', addressLine1: `Musterweg ${at + 1}`, postalCode: '10115', city: 'Musterhausen' },
    shippingOptionId: shippingOptions[0]?.id,
    language: 'EN',
  };
  const { placeOrder } = await ask<{ placeOrder: { paymentUrl: string | null; userErrors: unknown[] } }>(
    shop,
    PLACE,
    { input },
    headers,
  );
  if (!placeOrder.paymentUrl) throw new Error(`No order was placed: ${JSON.stringify(placeOrder.userErrors)}`);
  return placeOrder.paymentUrl;
}

/** Pays as a script does, with the institution's card that succeeds. */
async function pay(paymentUrl: string): Promise<void> {
  const { origin, pathname } = new URL(paymentUrl);
  const card = JSON.stringify({ cardNumber: '4242424242424242', expiry: '12/39', cvc: '123' });
  await send(`${origin}/v1/sessions/${pathname.split('/').at(-1)}/pay`, card, { 'content-type': 'application/json' });
}

async function addToCart(shop: Target, variantId: string, at: number): Promise<string> {
  const variables = { variantId, quantity: 1 + (at % 3), market: 'EU' };
  const { addToCart: added } = await ask<{ addToCart: { cartToken: string | null; userErrors: unknown[] } }>(
    shop,
    ADD,
    variables,
  );
  if (!added.cartToken || added.userErrors.length > 0)
    throw new Error(`Nothing was added: ${JSON.stringify(added.userErrors)}`);
  return added.cartToken;
}

async function ask<Data>(
  shop: Target,
  query: string,
  variables: object,
  headers: Record<string, string> = {},
): Promise<Data> {
  const { text } = await post(shop, JSON.stringify({ query, variables }), headers);
  const { data, errors } = JSON.parse(text) as { data: Data; errors?: unknown };
  if (errors) throw new Error(`The shop answered ${JSON.stringify(errors)}`);
  return data;
}
