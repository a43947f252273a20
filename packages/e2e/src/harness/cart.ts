import type { BrowserContext } from 'playwright-core';
import { ask } from './ask.ts';
import type { RunningShop } from './start-shop.ts';

const ADD = 'mutation ($id: ID!) { addToCart(variantId: $id, quantity: 1) { userErrors { message } } }';

async function variantOf(shop: RunningShop, slug: string): Promise<string | undefined> {
  const { product } = await ask<{ product: { variants: readonly { id: string }[] } }>(
    shop,
    `{ product(slug: "${slug}") { variants { id } } }`,
  );
  return product.variants[0]?.id;
}

/** Puts a product into the cart of a browser, as a click on its page would. */
export async function addToCart(context: BrowserContext, shop: RunningShop, slug = 'dew-gel-cleanser'): Promise<void> {
  const id = await variantOf(shop, slug);
  const answer = await context.request.post(`${shop.url}/graphql`, { data: { query: ADD, variables: { id } } });
  const { data } = (await answer.json()) as { data?: { addToCart?: { userErrors: readonly unknown[] } } };
  if (data?.addToCart?.userErrors.length !== 0) throw new Error(`The cart did not take it: ${await answer.text()}`);
}

/** The cookie of a cart with a product in it, for what is no browser of ours. */
export async function cartCookie(shop: RunningShop, slug = 'dew-gel-cleanser'): Promise<string> {
  const id = await variantOf(shop, slug);
  const answer = await fetch(`${shop.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: ADD, variables: { id } }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
