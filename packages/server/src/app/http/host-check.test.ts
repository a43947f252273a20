import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';
import { shelve } from '../../../test/shop/shelve.ts';

const addOf = (variantId: string) =>
  `mutation { addToCart(variantId: "${variantId}") { cartToken cart { totalQuantity } userErrors { code } } }`;

interface Sent {
  readonly path: string;
  readonly host?: string;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** Sends a request under any name, which `fetch` does not let one choose. */
function send(port: number, { path, host, method = 'GET', body, headers = {} }: Sent) {
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, setHost: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
        );
      });
      sent.on('error', reject);
      if (host !== undefined) sent.setHeader('host', host);
      for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...headers })) {
        sent.setHeader(name, value);
      }
      sent.end(body);
    },
  );
}

describe('The name that a request comes under', () => {
  let test: TestShop;
  let port: number;
  beforeAll(async () => {
    test = await openTestShop();
    port = test.shop.config.port;
  });
  afterAll(() => test.close());
  const ask = (host: string, headers: Record<string, string> = {}, query = '{ products { totalCount } }') =>
    send(port, { path: '/graphql', host, method: 'POST', body: JSON.stringify({ query }), headers });

  it('is served if it is that of PUBLIC_URL, in any spelling', async () => {
    for (const host of [`localhost:${port}`, `LocalHost:${port}`]) {
      expect((await ask(host)).status).toBe(200);
      expect((await send(port, { path: '/demo/mail', host })).status).toBe(200);
    }
  });

  it.each([
    'rebound.attacker.example',
    'rebound.attacker.example:4000',
    'localhost',
    'localhost:1',
    'localhost.',
    '127.0.0.2',
    'user@localhost',
    '',
  ])('is refused if it is %j, for pages, mail and programs alike, in one way', async (name) => {
    const host = /^(?:127|user|rebound.attacker.example$)/.test(name) ? `${name}:${port}` : name;
    for (const path of ['/demo/mail', '/en', '/metrics', '/health/live', '/graphql?query={__typename}']) {
      const { status, text, headers } = await send(port, { path, host });
      expect(status).toBe(421);
      expect(text).toContain(`This shop answers at http://localhost:${port}`);
      expect(headers['content-security-policy']).toBeTruthy();
      expect(headers['set-cookie']).toBeUndefined();
    }
    expect((await ask(host)).status).toBe(421);
  });

  it.each(['127.0.0.1', '[::1]'])('leads pages from %s to PUBLIC_URL and answers programs', async (name) => {
    const host = `${name}:${port}`;
    for (const path of ['/demo/mail', '/en/search?q=a%20b']) {
      const { status, headers, text } = await send(port, { path, host });
      expect(status).toBe(308);
      expect(headers.location).toBe(`http://localhost:${port}${path}`);
      expect(text).toBe('');
    }
    expect((await send(port, { path: 'http://rebound.attacker.example/', host })).status).toBe(400);
    expect((await ask(host)).status).toBe(200);
    for (const path of ['/metrics', '/health/live', '/health/ready']) {
      expect((await send(port, { path, host })).status).toBe(200);
    }
    // A report without a signature reaches the door and is turned away there.
    expect((await send(port, { path: '/webhooks/payment', host, method: 'POST', body: '{}' })).status).toBe(400);
  });

  it('sets and reads the cookie of the cart under the public name alone', async () => {
    const { variantId } = await shelve(test.shop);
    const add = async (host: string, headers: Record<string, string> = {}) => {
      const answer = await ask(host, headers, addOf(variantId));
      const { data } = JSON.parse(answer.text) as {
        data: { addToCart: { cartToken: string | null; cart: { totalQuantity: number } } };
      };
      const { cartToken, cart } = data.addToCart;
      return { token: cartToken, quantity: cart.totalQuantity, cookie: answer.headers['set-cookie']?.[0] };
    };
    const browser = await add(`localhost:${port}`);
    expect(browser.cookie).toContain('barrier_cart=');
    const cookie = browser.cookie?.split(';')[0] ?? '';
    expect((await add(`localhost:${port}`, { cookie })).quantity).toBe(2);
    const script = await add(`127.0.0.1:${port}`, { cookie });
    expect(script).toMatchObject({ quantity: 1, cookie: undefined });
    expect(script.token).toBeTruthy();
  });
});

it('shows no mail once other machines are let in', async () => {
  const test = await openTestShop({ HOST: '0.0.0.0' });
  const { port } = test.shop.config;
  const { status } = await send(port, { path: '/demo/mail', host: `localhost:${port}` });
  await test.close();
  expect(status).toBe(404);
});
