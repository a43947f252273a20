import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createSandboxPaymentInstitution } from './sandbox-payment-institution.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An institution that answers the same to everything and remembers what it was told. */
async function institutionThatAnswers(status: number, body: string) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void text(request).then((sent) => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body: sent });
      if (status === 0) return;
      response.writeHead(status, { 'Content-Type': 'application/json', 'Set-Cookie': 'trace=1' }).end(body);
    });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const institution = createSandboxPaymentInstitution({ url, apiKey: 'key', webhookSecret: 'secret', timeoutMs: 300 });
  return { institution, seen };
}

const request = {
  idempotencyKey: '0199aaaa-0000-7000-8000-000000000000',
  amount: 3_390,
  currency: 'EUR',
  reference: 'ab'.repeat(16),
  returnUrl: 'http://localhost:4000/de/checkout/return',
  cancelUrl: 'http://localhost:4000/de/checkout/cancelled',
  expiresAt: new Date('2026-11-22T12:20:00Z'),
};

describe('What the payment institution is told', () => {
  it('is amount, currency, reference, return addresses and time, without a cookie or a referer, also the second time', async () => {
    const answer = { id: 'ses_1', url: 'http://127.0.0.1:1/pay/ses_1', state: 'OPEN' };
    const { institution, seen } = await institutionThatAnswers(201, JSON.stringify(answer));
    expect(await institution.createSession(request)).toEqual({ sessionId: 'ses_1', url: answer.url, state: 'OPEN' });
    await institution.createSession(request);
    const { idempotencyKey, expiresAt, ...payment } = request;
    expect(seen).toHaveLength(2);
    for (const { body, headers } of seen) {
      expect(JSON.parse(body)).toEqual({ ...payment, expiresAt: expiresAt.toISOString() });
      expect(headers).toMatchObject({ authorization: 'Bearer key', 'idempotency-key': idempotencyKey });
      expect(Object.keys(headers)).not.toContain('cookie');
      expect(Object.keys(headers)).not.toContain('referer');
    }
  });
});

describe('An answer of the payment institution', () => {
  it('that refuses a session for good means that there is none', async () => {
    const { institution } = await institutionThatAnswers(400, '{"error":{"code":"invalid_expiry"}}');
    expect(await institution.createSession(request)).toBeNull();
  });

  it('that a session is not known means that it cannot be paid', async () => {
    const { institution } = await institutionThatAnswers(404, '{"error":{"code":"not_found"}}');
    expect(await institution.expireSession('ses_1')).toBe('UNKNOWN');
  });

  it('that nothing can be sent back is a failed refund, not one to be repeated', async () => {
    const { institution } = await institutionThatAnswers(409, '{"error":{"code":"not_refundable"}}');
    expect(await institution.refund({ sessionId: 'ses_1', amount: 1, idempotencyKey: 'k' })).toBe('FAILED');
  });

  it.each([
    ['is an error of its own', 503, '{}'],
    ['is no JSON', 200, '<html>'],
    ['is nothing', 200, 'null'],
    ['never comes', 0, ''],
    ['leads elsewhere', 307, '{}'],
  ])('that %s is no answer', async (_title, status, body) => {
    const { institution } = await institutionThatAnswers(status, body);
    await expect(institution.expireSession('ses_1')).rejects.toMatchObject({ code: 'INSTITUTION_UNREACHABLE' });
    await expect(institution.createSession(request)).rejects.toMatchObject({ code: 'INSTITUTION_UNREACHABLE' });
  });

  it.each([
    ['refuses the key', 401, '{"error":{"code":"unauthenticated"}}'],
    ['has a state that is not known', 200, '{"state":"ODD"}'],
  ])('that %s is a refusal, and releases nothing', async (_title, status, body) => {
    const { institution } = await institutionThatAnswers(status, body);
    await expect(institution.expireSession('ses_1')).rejects.toMatchObject({ code: 'INSTITUTION_REFUSED' });
  });
});

describe('A connection to the payment institution', () => {
  /** An institution that writes what it is told to each request, counted over all its connections. */
  async function institutionThatWrites(write: (socket: Socket, request: number, onConnection: number) => void) {
    let requests = 0;
    const server = createTcpServer((socket) => {
      let onConnection = 0;
      socket.on('error', () => undefined).on('data', () => write(socket, ++requests, ++onConnection));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const institution = createSandboxPaymentInstitution({
      url,
      apiKey: 'key',
      webhookSecret: 'secret',
      timeoutMs: 300,
    });
    return { institution, requests: () => requests, close: () => server.close() };
  }

  const answer = (body: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

  it('that was closed while nobody used it is replaced by a new one', async () => {
    const { institution, requests, close } = await institutionThatWrites((socket, _request, onConnection) => {
      if (onConnection === 1) socket.write(answer('{"state":"OPEN"}'));
      else socket.destroy();
    });
    expect(await institution.getSession('ses_1')).toBe('OPEN');
    expect(await institution.getSession('ses_1')).toBe('OPEN');
    expect(requests()).toBe(3);
    close();
  });

  it.each([
    ['is closed each time', (socket: Socket) => socket.destroy()],
    ['is closed in the midst of an answer', (socket: Socket) => socket.end(answer('{}').replace(': 2', ': 9'))],
    ['stops in the midst of an answer', (socket: Socket) => socket.write(answer('{}').replace(': 2', ': 9'))],
    ['is none of HTTP any more', (socket: Socket) => socket.write(SWITCHING)],
  ])('that %s gives no answer', async (_title, write) => {
    const { institution, close } = await institutionThatWrites(write);
    await expect(institution.getSession('ses_1')).rejects.toMatchObject({ code: 'INSTITUTION_UNREACHABLE' });
    close();
  });
});

const SWITCHING = 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n';
