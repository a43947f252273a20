import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';

const TOO_LARGE = JSON.stringify({ token: 'x'.repeat(200_000) });

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
});
afterAll(() => test.close());

it.each([
  ['/orders/invoice', 'application/json', TOO_LARGE, 413],
  ['/orders/invoice', 'application/xml', '<token/>', 415],
  ['/orders/invoice', 'application/json', '{ "token"', 400],
  ['/orders/invoice', 'application/json', '', 400],
  ['/webhooks/payment', 'application/json', TOO_LARGE, 413],
  ['/webhooks/payment', 'application/json', '{}', 400],
  ['/graphql', 'application/json', TOO_LARGE, 413],
  ['/graphql', 'application/xml', '<query/>', 415],
])('What %s refuses of %s is kept by nobody', async (path, type, body, status) => {
  const response = await fetch(test.url + path, { method: 'POST', headers: { 'content-type': type }, body });
  expect(response.status).toBe(status);
  expect(response.headers.get('cache-control')).toBe('no-store');
});
