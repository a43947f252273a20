import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';

const CANARY = 'testa.mustermann';

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
});
afterAll(() => test.close());

/** Sends a request line as it is, which clients would mend. */
async function send(line: string): Promise<string> {
  const { port } = test.shop.config;
  const socket = connect(port, '127.0.0.1');
  socket.end(`${line} HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\n\r\n`);
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await once(socket, 'close');
  return text;
}

it.each([
  ['names another host', `GET http://${CANARY}.example/health/live`, 400],
  ['names a host as browsers would read it', `GET //${CANARY}.example/health/live`, 400],
  ['names a host as browsers would mend it', `GET /\\${CANARY}.example/%00`, 400],
  ['is no path', `GET ftp://${CANARY}`, 400],
  ['no router can read', `GET /${CANARY}/%zz`, 400],
  ['no router can read, among pages', `GET /en/%ff${CANARY}`, 400],
  ['is longer than any', `GET /demo/mail/${CANARY.repeat(100)}`, 414],
  ['leads nowhere', `POST /${CANARY}`, 404],
  ['leads nowhere by its method', `DELETE /webhooks/payment?x=${CANARY}`, 404],
  ['takes other methods only', `DELETE /graphql?x=${CANARY}`, 405],
])(
  'An address that %s is refused without repeating it, with the headers of every answer',
  async (_title, line, status) => {
    const answer = await send(line);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/^content-security-policy: /im);
    expect(answer).toMatch(/^x-content-type-options: nosniff/im);
    expect(answer).toContain('"errors"');
    expect(answer).not.toContain(CANARY);
    expect(test.logged()).not.toContain(CANARY);
  },
);

it('An address that names the shop itself before its path, as programs write to a proxy, is that path', async () => {
  const origin = `http://localhost:${test.shop.config.port}`;
  expect(await send(`GET ${origin}/health/live`)).toMatch(/^HTTP\/1.1 200 .*"ok"/s);
  expect(await send(`GET ${origin}//health/live`)).toMatch(/^HTTP\/1.1 400 /);
});
