import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningInstitution, startSandboxInstitution } from './start-sandbox-institution.ts';
import { agreed, goodCard, merchantOf, sessionRequest, testConfig } from './testing/merchant.ts';
import { startWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

let receiver: WebhookReceiver;
let institution: RunningInstitution;
let merchant: ReturnType<typeof merchantOf>;
let clockAhead = 0;

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  institution = await startSandboxInstitution(
    testConfig({ webhookUrl: receiver.url, now: () => Date.now() + clockAhead }),
  );
  merchant = merchantOf(institution.url);
});

afterAll(async () => {
  await institution.close();
  await receiver.close();
});

const eventOf = (id: string, type: string) =>
  receiver.next(({ event }) => event.data.sessionId === id && event.type === type);

describe('opening a session', () => {
  it('answers what the merchant asked for and an address of the hosted page', async () => {
    const request = sessionRequest();
    const { status, json } = await merchant.call('POST', '/v1/sessions', request);
    const { amount, currency, reference, expiresAt } = request;
    expect(status).toBe(201);
    expect(json).toMatchObject({ state: 'OPEN', refundedAmount: 0, amount, currency, reference, expiresAt });
    expect(json.url).toBe(`${institution.url}/pay/${json.id}`);
    expect(await merchant.show(json.id)).toEqual(json);
  });

  it('refuses every field beyond amount, currency, reference and where to go (P5.2)', async () => {
    const answer = await merchant.call('POST', '/v1/sessions', sessionRequest({ email: 'testa@example.com' }));
    expect(answer).toMatchObject({ status: 400, json: { error: { code: 'unknown_field' } } });
    expect(JSON.stringify(answer.json)).not.toContain('testa');
  });

  it.each([
    ['amount', 0],
    ['amount', 12.5],
    ['amount', '1200'],
    ['currency', 'eur'],
    ['currency', 'toString'],
    ['reference', 'Testa Mustermann'],
    ['reference', 'testa@example.com'],
    ['expiresAt', '2020-01-01T00:00:00Z'],
    ['expiresAt', 'tomorrow'],
    ['returnUrl', 'http://elsewhere.example.com/'],
    ['cancelUrl', 'http://localhost:4000/?mail=testa@example.com'],
  ])('refuses the %s %s and names the field', async (field, value) => {
    const answer = await merchant.call('POST', '/v1/sessions', sessionRequest({ [field]: value }));
    expect(answer).toMatchObject({ status: 400, json: { error: { field } } });
  });

  it('answers a repeated request with the same session and refuses the key for another', async () => {
    const request = sessionRequest();
    const headers = { 'Idempotency-Key': 'order-1' };
    const [first, second] = await Promise.all(
      [1, 2].map(() => merchant.call('POST', '/v1/sessions', request, headers)),
    );
    expect(second?.json).toEqual(first?.json);
    const replayed = [first, second].filter((answer) => answer?.headers.get('idempotent-replayed') === 'true');
    expect(replayed).toHaveLength(1);
    const other = await merchant.call('POST', '/v1/sessions', { ...request, amount: 1 }, headers);
    expect(other).toMatchObject({ status: 422, json: { error: { code: 'idempotency_key_reused' } } });
  });
});

describe('paying', () => {
  it('succeeds once, tells the merchant by a signed webhook, and takes no second payment', async () => {
    const session = await merchant.open();
    const paid = await merchant.pay(session.id);
    expect(paid).toMatchObject({ status: 200, json: { state: 'SUCCEEDED', returnUrl: sessionRequest().returnUrl } });
    expect(await merchant.pay(session.id)).toMatchObject({ status: 409, json: { error: { state: 'SUCCEEDED' } } });

    const { event, body, signature } = await eventOf(session.id, 'payment.succeeded');
    const { id: sessionId, reference, amount, currency } = session;
    expect(event.data).toEqual({ sessionId, reference, amount, currency, state: 'SUCCEEDED' });
    const [, time, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    expect(mac).toBe(createHmac('sha256', agreed.webhookSecret).update(`${time}.${body}`).digest('hex'));
    expect(Number(time)).toBeGreaterThanOrEqual(Math.floor(Date.parse(event.createdAt) / 1000));
  });

  it('takes a form as well as JSON', async () => {
    const session = await merchant.open();
    const body = new URLSearchParams(goodCard);
    const answer = await fetch(`${institution.url}/v1/sessions/${session.id}/pay`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ id: session.id, state: 'SUCCEEDED' });
  });

  it('is declined by the bank, which leaves the session open for another card', async () => {
    const session = await merchant.open();
    const declined = await merchant.pay(session.id, { cardNumber: '4000000000000002' });
    expect(declined).toMatchObject({ status: 402, json: { error: { code: 'card_declined', attemptsLeft: 9 } } });
    const poor = await merchant.pay(session.id, { cardNumber: '4000000000009995' });
    expect(poor).toMatchObject({ status: 402, json: { error: { code: 'insufficient_funds', attemptsLeft: 8 } } });
    expect((await eventOf(session.id, 'payment.declined')).event.data.state).toBe('OPEN');
    expect((await merchant.pay(session.id)).json.state).toBe('SUCCEEDED');
  });

  it('puts at most ten cards before the bank, and a badly typed one is not counted', async () => {
    const session = await merchant.open();
    expect(await merchant.pay(session.id, { cardNumber: '4242424242424243' })).toMatchObject({
      status: 422,
      json: { error: { code: 'invalid_card', fields: { cardNumber: 'invalid' } } },
    });
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect((await merchant.pay(session.id, { cardNumber: '4000000000000002' })).status).toBe(402);
    }
    expect(await merchant.pay(session.id)).toMatchObject({
      status: 429,
      json: { error: { code: 'too_many_attempts' } },
    });
  });

  it('is for scripts at this address: whatever a browser marks as its own is refused', async () => {
    const session = await merchant.open();
    const marks: Record<string, string>[] = [{ Origin: 'http://evil.example.com' }, { 'Sec-Fetch-Site': 'cross-site' }];
    for (const mark of marks) {
      const answer = await merchant.call('POST', `/v1/sessions/${session.id}/pay`, goodCard, mark);
      expect(answer.status).toBe(403);
    }
    expect((await merchant.show(session.id)).state).toBe('OPEN');
  });
});

describe('expiring', () => {
  it('makes sure that an open session can never be paid, and announces it once', async () => {
    const session = await merchant.open();
    expect((await merchant.expire(session.id)).json.state).toBe('EXPIRED');
    expect((await merchant.expire(session.id)).json.state).toBe('EXPIRED');
    expect(await merchant.pay(session.id)).toMatchObject({ status: 409, json: { error: { state: 'EXPIRED' } } });
    await eventOf(session.id, 'session.expired');
    while ((await merchant.diagnostics()).outbox.pending > 0);
    expect(receiver.received.filter(({ event }) => event.data.sessionId === session.id)).toHaveLength(1);
  });

  it('answers how it really stands when the payment was faster', async () => {
    const session = await merchant.open();
    await merchant.pay(session.id);
    expect(await merchant.expire(session.id)).toMatchObject({ status: 200, json: { state: 'SUCCEEDED' } });
  });

  it('happens by itself when the time is over', async () => {
    const session = await merchant.open();
    clockAhead += 20 * 60_000;
    expect((await eventOf(session.id, 'session.expired')).event.data.state).toBe('EXPIRED');
    expect(await merchant.pay(session.id)).toMatchObject({ status: 409, json: { error: { state: 'EXPIRED' } } });
    clockAhead = 0;
  });

  it('is certain at the very moment of payment, before the clock of the house has struck', async () => {
    const session = await merchant.open();
    clockAhead += 20 * 60_000;
    expect(await merchant.pay(session.id)).toMatchObject({ status: 409, json: { error: { state: 'EXPIRED' } } });
    clockAhead = 0;
  });
});

describe('refunding', () => {
  it('pays back in parts and never more than was paid', async () => {
    const session = await merchant.open({ amount: 1000 });
    await merchant.pay(session.id);
    const first = await merchant.refund(session.id, 400);
    expect(first).toMatchObject({ status: 201, json: { state: 'SUCCEEDED', sessionState: 'PARTIALLY_REFUNDED' } });
    const tooMuch = await merchant.refund(session.id, 601);
    expect(tooMuch).toMatchObject({ status: 409, json: { error: { code: 'refund_exceeds_payment' } } });
    expect((await merchant.refund(session.id, 600)).json.sessionState).toBe('REFUNDED');
    expect((await merchant.refund(session.id, 1)).status).toBe(409);
    expect(await merchant.show(session.id)).toMatchObject({ state: 'REFUNDED', refundedAmount: 1000 });
    const { event } = await eventOf(session.id, 'refund.succeeded');
    expect(event.data).toMatchObject({ amount: 1000, refund: { id: first.json.id, amount: 400, state: 'SUCCEEDED' } });
  });

  it('pays back once however often one request comes', async () => {
    const session = await merchant.open({ amount: 1000 });
    await merchant.pay(session.id);
    const answers = await Promise.all([1, 2, 3].map(() => merchant.refund(session.id, 700, 'return-1')));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect((await merchant.show(session.id)).refundedAmount).toBe(700);
  });

  it('asks for an Idempotency-Key, and for a payment', async () => {
    const session = await merchant.open();
    const withoutKey = await merchant.call('POST', `/v1/sessions/${session.id}/refunds`, { amount: 1 });
    expect(withoutKey).toMatchObject({ status: 400, json: { error: { code: 'idempotency_key_required' } } });
    expect(await merchant.refund(session.id, 1)).toMatchObject({
      status: 409,
      json: { error: { code: 'not_refundable' } },
    });
  });

  it('fails for the card whose refunds fail, and says so', async () => {
    const session = await merchant.open();
    await merchant.pay(session.id, { cardNumber: '4000000000005126' });
    expect((await merchant.refund(session.id, 100)).json).toMatchObject({ state: 'FAILED', sessionState: 'SUCCEEDED' });
    expect((await eventOf(session.id, 'refund.failed')).event.data).toMatchObject({ state: 'SUCCEEDED' });
    expect((await merchant.show(session.id)).refundedAmount).toBe(0);
  });
});

describe('who may ask', () => {
  it('answers a wrong key alike whether there is such a session or not', async () => {
    const session = await merchant.open();
    const stranger = merchantOf(institution.url, 'another-key-altogether');
    const known = await stranger.call('GET', `/v1/sessions/${session.id}`);
    const unknown = await stranger.call('GET', '/v1/sessions/ses_unknown');
    expect(known.status).toBe(401);
    expect(unknown).toMatchObject({ status: known.status, json: known.json });
  });

  it('answers an unknown session with 404 for every act', async () => {
    const answers = [
      await merchant.call('GET', '/v1/sessions/ses_unknown'),
      await merchant.expire('ses_unknown'),
      await merchant.refund('ses_unknown', 1),
      await merchant.pay('ses_unknown'),
      await merchant.call('GET', '/v1/elsewhere'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});
