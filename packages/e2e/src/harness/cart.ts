import type { BrowserContext } from 'playwright-core';
import { ask } from './ask.ts';
import type { RunningShop } from './start-shop.ts';

/** Puts a product into the cart of a browser, as a click on its page would. */
export async function addToCart(context: BrowserContext, shop: RunningShop, slug = 'dew-gel-cleanser'): Promise<void> {
  const { product } = await ask<{ product: { variants: readonly { id: string }[] } }>(
    shop,
    `{ product(slug: "${slug}") { variants { id } } }`,
  );
  const answer = await context.request.post(`${shop.url}/graphql`, {
    data: {
      query: 'mutation ($id: ID!) { addToCart(variantId: $id, quantity: 1) { userErrors { message } } }',
      variables: { id: product.variants[0]?.id },
    },
  });
  const { data } = (await answer.json()) as { data?: { addToCart?: { userErrors: readonly unknown[] } } };
  if (data?.addToCart?.userErrors.length !== 0) throw new Error(`The cart did not take it: ${await answer.text()}`);
}
