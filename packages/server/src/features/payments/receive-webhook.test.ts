import { createHmac, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPaymentWorld, type PaymentWorld } from '../../../test/payments/open-payment-world.ts';
import { AGREED, payAt } from '../../../test/payments/sandbox-process.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { createLogger } from '../../platform/logger/logger.ts';
import type { AccessLog } from '../../privacy/access-log/access-log.ts';
import { Payment } from './payment.entity.ts';
import { PaymentEvent } from './payment-event.entity.ts';
import { receiveWebhook } from './receive-webhook.ts';

const DAY = 86_400_000;

describeEachDialect('A webhook of the payment institution', (open) => {
  let world: PaymentWorld;
  beforeAll(async () => {
    world = await openPaymentWorld(await open(), { units: 1_000 });
    world.door.mode = 'HOLD';
  });
  afterAll(() => world.close());

  /** A webhook as the institution would send it. */
  async function webhookOf(orderId: string, type: string, overrides: Record<string, unknown> = {}) {
    const payment = await world.core.stores.main.em.fork().findOneOrFail(Payment, { orderId });
    const { reference, amount, currency } = payment;
    const data = { sessionId: 'ses_test', reference, amount, currency, state: '', ...overrides };
    return Buffer.from(JSON.stringify({ id: `evt_${randomUUID()}`, type, createdAt: '', data }));
  }

  function sign(body: Buffer, at = world.clock.now(), secret = AGREED.webhookSecret): string {
    const time = Math.floor(at.getTime() / 1000);
    return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')}`;
  }

  const hand = (body: Buffer, signature: string | undefined = sign(body)) =>
    receiveWebhook(world.deps, body, signature);

  /** A logger, and the codes of what it wrote. */
  function logOfCodes(): [() => string[], Logger] {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line: string) => lines.push(line) });
    return [() => lines.map((line) => (JSON.parse(line) as { code: string }).code), logger];
  }

  it('that is forged, altered, unsigned or stale is refused and changes nothing', async () => {
    const { orderId } = await world.placeAndStart();
    const body = await webhookOf(orderId, 'payment.succeeded');
    const events = await world.core.stores.main.em.fork().count(PaymentEvent);
    expect(await hand(body, sign(body, undefined, 'ee'.repeat(32)))).toBe('FORGED');
    expect(await hand(Buffer.concat([body, Buffer.from(' ')]), sign(body))).toBe('FORGED');
    expect(await receiveWebhook(world.deps, body, undefined)).toBe('FORGED');
    const sixMinutesAgo = new Date(world.clock.now().getTime() - 6 * 60_000);
    expect(await hand(body, sign(body, sixMinutesAgo))).toBe('STALE');
    expect(await world.states(orderId)).toBe('OPEN/AWAITING_PAYMENT');
    expect(await world.core.stores.main.em.fork().count(PaymentEvent)).toBe(events);
  });

  it.each(['no json', '[]', 'null', '{"id":"evt_1"}', '{"id":"evt_1","type":"payment.succeeded","data":{}}'])(
    'that is signed but says nothing known is refused: %s',
    async (text) => expect(await hand(Buffer.from(text))).toBe('MALFORMED'),
  );

  it('that holds what no text of a database can hold is refused', async () => {
    const { orderId } = await world.placeAndStart();
    for (const text of ['a\u0000b', 'a\ud800b']) {
      expect(await hand(await webhookOf(orderId, 'payment.succeeded', { reference: text }))).toBe('MALFORMED');
      expect(await hand(await webhookOf(orderId, 'payment.succeeded', { sessionId: text }))).toBe('MALFORMED');
      expect(await hand(await webhookOf(orderId, text))).toBe('MALFORMED');
      const whole = (await webhookOf(orderId, 'payment.succeeded')).toString();
      const id = JSON.stringify(text).slice(1, -1);
      expect(await hand(Buffer.from(whole.replace(/evt_[\w-]+/, id)))).toBe('MALFORMED');
    }
  });

  it('that is played again has no second effect, whether at once or one after the other', async () => {
    const { orderId } = await world.placeAndStart();
    const before = await world.stock();
    const body = await webhookOf(orderId, 'payment.succeeded');
    const signature = sign(body);
    const together = await Promise.all([1, 2, 3, 4, 5].map(() => hand(body, signature)));
    expect(together).toEqual(together.map(() => 'TAKEN'));
    expect(await hand(body, signature)).toBe('TAKEN');
    expect(await world.states(orderId)).toBe('SUCCEEDED/PAID');
    const after = await world.stock();
    expect([after.sold - before.sold, before.reserved - after.reserved]).toEqual([1, 1]);
  });

  it('that comes twice at once while its payment is erased is noted once, and taken both times', async () => {
    const { orderId } = await world.placeAndStart();
    const em = world.core.stores.main.em.fork();
    const before = await em.count(PaymentEvent);
    const body = await webhookOf(orderId, 'payment.succeeded');
    // Both have found the payment when they open its order, which waits for the log.
    let waiting = 0;
    let goOn: () => void = () => undefined;
    const erased = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const accessLog: AccessLog = {
      ...world.core.accessLog,
      append: async (events) => {
        waiting += 1;
        await erased;
        return world.core.accessLog.append(events);
      },
    };
    const deps = { ...world.deps, core: { ...world.core, accessLog } };
    const both = Promise.all([1, 2].map(() => receiveWebhook(deps, body, sign(body))));
    while (waiting < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await em.nativeDelete(Payment, { orderId });
    goOn();
    expect(await both).toEqual(['TAKEN', 'TAKEN']);
    expect(await em.count(PaymentEvent)).toBe(before + 1);
  });

  it('that reports the same under another event id has no second effect either', async () => {
    const { orderId } = await world.placeAndStart();
    const before = await world.stock();
    const bodies = [await webhookOf(orderId, 'payment.succeeded'), await webhookOf(orderId, 'payment.succeeded')];
    await Promise.all(bodies.map((body) => hand(body)));
    expect((await world.stock()).sold - before.sold).toBe(1);
  });

  it.each([
    [['payment.declined', 'payment.succeeded'], 'SUCCEEDED/PAID'],
    [['payment.succeeded', 'payment.declined'], 'SUCCEEDED/PAID'],
    [['refund.succeeded', 'payment.succeeded'], 'SUCCEEDED/PAID'],
    [['session.expired', 'payment.declined'], 'EXPIRED/LAPSED'],
    [['session.expired', 'payment.cancelled'], 'EXPIRED/LAPSED'],
    [['payment.succeeded', 'session.expired'], 'SUCCEEDED/PAID'],
    [['session.expired', 'payment.succeeded'], 'SUCCEEDED/PAID'],
    [['something.new'], 'OPEN/AWAITING_PAYMENT'],
  ])('may come in any order: %s', async (types, states) => {
    const { orderId } = await world.placeAndStart();
    for (const type of types) expect(await hand(await webhookOf(orderId, type))).toBe('TAKEN');
    expect(await world.states(orderId)).toBe(states);
  });

  it('about a success of a cancelled payment sends the money back', async () => {
    const { orderId } = await world.placeAndStart();
    for (const type of ['payment.cancelled', 'payment.succeeded']) await hand(await webhookOf(orderId, type));
    expect(await world.states(orderId)).toBe('REFUND_PENDING/CANCELLED');
  });

  it('about a payment that the shop does not know is answered like any other', async () => {
    const { orderId } = await world.placeAndStart();
    const body = await webhookOf(orderId, 'payment.succeeded', { reference: 'ff'.repeat(16) });
    const [codes, logger] = logOfCodes();
    expect(await receiveWebhook({ ...world.deps, logger }, body, sign(body))).toBe('TAKEN');
    expect(await world.states(orderId)).toBe('OPEN/AWAITING_PAYMENT');
    expect(codes()).toEqual(['PAYMENT_UNKNOWN']);
  });

  it.each([{ amount: 1 }, { currency: 'USD' }])('about another sum does not pay the order: %o', async (overrides) => {
    const { orderId } = await world.placeAndStart();
    const [codes, logger] = logOfCodes();
    const body = await webhookOf(orderId, 'payment.succeeded', overrides);
    for (let time = 0; time < 2; time += 1) {
      expect(await receiveWebhook({ ...world.deps, logger }, body, sign(body))).toBe('TAKEN');
    }
    expect(await world.states(orderId)).toBe('OPEN/AWAITING_PAYMENT');
    expect(codes()).toEqual(['AMOUNT_MISMATCH']);
  });

  it('that comes before the session is on record settles the payment and keeps the session for a refund', async () => {
    const { orderId } = await world.place();
    await hand(await webhookOf(orderId, 'payment.succeeded'));
    expect(await world.states(orderId)).toBe('SUCCEEDED/PAID');
    const payment = await world.core.stores.main.em.fork().findOneOrFail(Payment, { orderId });
    expect(payment.sessionReference).not.toBeNull();
  });

  it.each(['constructor', '__proto__', 'toString', 'payment.unheard-of'])(
    'of a type that the shop does not know changes nothing and is taken once: %s',
    async (type) => {
      const { orderId } = await world.placeAndStart();
      const events = () => world.core.stores.main.em.fork().count(PaymentEvent);
      const before = await events();
      const body = await webhookOf(orderId, type);
      expect([await hand(body), await hand(body)]).toEqual(['TAKEN', 'TAKEN']);
      expect(await events()).toBe(before + 1);
      expect(await world.states(orderId)).toBe('OPEN/AWAITING_PAYMENT');
    },
  );

  it('is signed by the institution as the shop expects', async () => {
    const { orderId, paymentUrl } = await world.placeAndStart();
    await payAt(paymentUrl);
    const { reference } = await world.core.stores.main.em.fork().findOneOrFail(Payment, { orderId });
    const came = () => world.door.held.find((webhook) => webhook.reference === reference);
    while (!came()) await new Promise((resolve) => setTimeout(resolve, 10));
    const { body, signature } = came() ?? { body: Buffer.alloc(0) };
    expect(await receiveWebhook(world.deps, body, signature)).toBe('TAKEN');
    expect(await world.states(orderId)).toBe('SUCCEEDED/PAID');
  });

  // Last: it moves the clock.
  it('is remembered for a week', async () => {
    const em = world.core.stores.main.em.fork();
    expect(await em.count(PaymentEvent)).toBeGreaterThan(0);
    await world.worker.start();
    await world.worker.close();
    world.clock.advance(6 * DAY);
    await world.worker.runDue();
    expect(await em.count(PaymentEvent)).toBeGreaterThan(0);
    world.clock.advance(2 * DAY);
    await world.worker.runDue();
    expect(await em.count(PaymentEvent)).toBe(0);
  });
});
