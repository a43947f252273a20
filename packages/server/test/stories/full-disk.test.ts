import { afterAll, beforeAll, expect, it } from 'vitest';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { letJobsRest } from '../shop/let-jobs-rest.ts';
import { openTestShop, type TestShop } from '../shop/open-test-shop.ts';
import { shelve } from '../shop/shelve.ts';

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
});
afterAll(() => test.close());

const ready = async () => (await fetch(`${test.url}/health/ready`)).status;

/** Lets the main store grow no further than to so many pages, as a disk without room does. */
async function limitPages(pages: number): Promise<void> {
  await test.shop.core.stores.main.em.getConnection().execute(`pragma max_page_count = ${pages}`);
}

it('A store without room is told by the cause in the log and by readiness, until it takes writes again', async () => {
  const { variantId } = await shelve(test.shop, { units: 1_000 });
  const shopper = asShopper(test.url);
  await letJobsRest(test.shop);
  expect(await ready()).toBe(200);

  // No fewer than there are.
  await limitPages(1);
  let refused = 0;
  for (let order = 0; order < 200 && refused === 0; order += 1) {
    const { errors } = await shopper.add(variantId).then(
      () => shopper.tryToPlace(buildOrderInput()),
      (error: unknown) => ({ errors: [error] }),
    );
    refused += errors.length;
  }
  expect(refused).toBeGreaterThan(0);
  expect(test.logged()).toContain('"code":"SQLITE_FULL"');
  expect(test.logged()).not.toContain('"code":"SQLITE_ERROR"');
  expect(await ready()).toBe(503);

  await limitPages(1_000_000);
  expect(await ready()).toBe(200);
  await shopper.add(variantId);
  expect((await shopper.place(buildOrderInput())).order?.state).toBe('AWAITING_PAYMENT');
});
