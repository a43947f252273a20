import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxConfig } from './config.ts';
import { startSandboxInstitution } from './start-sandbox-institution.ts';
import { merchantOf, testConfig } from './testing/merchant.ts';
import { startWebhookReceiver } from './testing/webhook-receiver.ts';

const toClose: { close: () => Promise<unknown> }[] = [];

afterEach(async () => {
  for (const running of toClose.splice(0).reverse()) await running.close();
});

async function receive(...options: Parameters<typeof startWebhookReceiver>) {
  const receiver = await startWebhookReceiver(...options);
  toClose.push(receiver);
  return receiver;
}

async function start(overrides: Partial<SandboxConfig>) {
  const institution = await startSandboxInstitution(testConfig(overrides));
  toClose.push(institution);
  return merchantOf(institution.url);
}

describe('delivering webhooks', () => {
  it('repeats one that the merchant fails twice, with the same id and bytes and a signature of its own time', async () => {
    const receiver = await receive((before) => (before < 2 ? 500 : 200));
    let clockAhead = 0;
    const merchant = await start({ webhookUrl: receiver.url, now: () => Date.now() + clockAhead });
    const session = await merchant.open();
    await merchant.pay(session.id);
    await receiver.count(1);
    clockAhead = 60_000;
    await receiver.count(3);
    const [first, second, third] = receiver.received;
    expect([second?.body, third?.body]).toEqual([first?.body, first?.body]);
    expect(third?.signature).not.toBe(first?.signature);
    // A later event is the proof that the third delivery was taken for good.
    await merchant.refund(session.id, 1);
    await receiver.count(4);
    expect(receiver.received[3]?.event.type).toBe('refund.succeeded');
  });

  it('keeps the order within a session while one webhook is refused, and lets other sessions pass', async () => {
    const receiver = await receive((before, { event }) =>
      event.type === 'payment.declined' && event.data.reference === 'STUCK' && before < 6 ? 503 : 200,
    );
    const merchant = await start({ webhookUrl: receiver.url });
    const stuck = await merchant.open({ reference: 'STUCK', returnUrl: 'http://localhost:4000/' });
    await merchant.pay(stuck.id, { cardNumber: '4000000000000002' });
    await merchant.pay(stuck.id);
    await merchant.refund(stuck.id, 1);
    const free = await merchant.open();
    await merchant.pay(free.id);
    await receiver.next(({ event }) => event.data.sessionId === free.id);
    await receiver.next(({ event }) => event.data.sessionId === stuck.id && event.type === 'refund.succeeded');
    const order = receiver.received
      .filter(({ event }) => event.data.sessionId === stuck.id)
      .map(({ event }) => event.type);
    expect([...new Set(order)]).toEqual(['payment.declined', 'payment.succeeded', 'refund.succeeded']);
    expect(order.lastIndexOf('payment.declined')).toBeLessThan(order.indexOf('payment.succeeded'));
  });

  it('takes a redirect for a refusal', async () => {
    const receiver = await receive((before) => (before === 0 ? 307 : 200));
    const merchant = await start({ webhookUrl: receiver.url });
    await merchant.expire((await merchant.open()).id);
    await receiver.count(2);
    expect(receiver.received[1]?.body).toBe(receiver.received[0]?.body);
  });

  it('waits with the late card, though the session is paid, and later webhooks wait behind it', async () => {
    const receiver = await receive();
    const merchant = await start({ webhookUrl: receiver.url, lateWebhookMs: 400 });
    const session = await merchant.open();
    expect((await merchant.pay(session.id, { cardNumber: '4000000000000077' })).json.state).toBe('SUCCEEDED');
    await merchant.refund(session.id, 1);
    await receiver.count(2);
    const [paid, refunded] = receiver.received;
    expect([paid?.event.type, refunded?.event.type]).toEqual(['payment.succeeded', 'refund.succeeded']);
    expect(paid?.at).toBeGreaterThanOrEqual(Date.parse(paid?.event.createdAt ?? '') + 400);
  });

  it('gives one up after three days and goes on with the next', async () => {
    const receiver = await receive((_before, { event }) => (event.type === 'payment.declined' ? 500 : 200));
    let clockAhead = 0;
    const merchant = await start({ webhookUrl: receiver.url, now: () => Date.now() + clockAhead });
    const session = await merchant.open();
    await merchant.pay(session.id, { cardNumber: '4000000000000002' });
    await receiver.count(1);
    await merchant.expire(session.id);
    clockAhead = 3 * 24 * 3_600_000;
    await receiver.next(({ event }) => event.type === 'session.expired');
    expect((await merchant.diagnostics()).outbox.abandoned).toBe(1);
  });

  it('does not wait for ever for an answer', async () => {
    let calls = 0;
    const silent = createServer((_message, response) => {
      calls += 1;
      // The first call is never answered.
      if (calls > 1) response.writeHead(200).end(() => answered.resolve());
    });
    const answered = Promise.withResolvers<void>();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    toClose.push({ close: async () => silent.close() });
    const merchant = await start({ webhookUrl: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/` });
    await merchant.expire((await merchant.open()).id);
    await answered.promise;
    expect(calls).toBe(2);
  });

  it('keeps the connection for the next one, and opens another when the merchant has closed it', async () => {
    let connections = 0;
    let taken = Promise.withResolvers<void>();
    const merchantsServer = createServer((message, response) => {
      message.resume().on('end', () => response.writeHead(200).end('taken', () => taken.resolve()));
    }).on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => merchantsServer.listen(0, '127.0.0.1', resolve));
    toClose.push({ close: async () => merchantsServer.close() });
    const merchant = await start({
      webhookUrl: `http://127.0.0.1:${(merchantsServer.address() as AddressInfo).port}/`,
    });
    const deliver = async () => {
      taken = Promise.withResolvers();
      await merchant.expire((await merchant.open()).id);
      await taken.promise;
    };
    for (let times = 0; times < 3; times += 1) await deliver();
    expect(connections).toBe(1);
    merchantsServer.closeAllConnections();
    await deliver();
    expect(connections).toBe(2);
  });
});
