import { afterEach, expect, it } from 'vitest';
import { openPaymentWorld, type PaymentWorld, type WorldOptions } from '../../../test/payments/open-payment-world.ts';
import { CARDS, payAt } from '../../../test/payments/sandbox-process.ts';
import { describeEachDialect, type OpenStores } from '../../../test/stores/describe-dialects.ts';
import { Job } from '../../platform/jobs/job.entity.ts';
import { Mail } from '../mail/mail.entity.ts';
import { Payment } from './payment.entity.ts';
import { InstitutionError, type PaymentInstitution } from './payment-institution.ts';
import { paymentUrlOf } from './payment-url-of.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { requestRefund } from './request-refund.ts';
import { startPayment } from './start-payment.ts';

const MINUTE = 60_000;

const worlds: PaymentWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function openWorld(open: OpenStores, options?: WorldOptions): Promise<PaymentWorld> {
  const world = await openPaymentWorld(await open(), options);
  worlds.push(world);
  return world;
}

const mailsOf = (world: PaymentWorld) =>
  world.core.stores.main.em.fork().find(Mail, {}, { orderBy: { queuedAt: 'asc' } });

/** Lets the time to pay run out and does what is due. */
async function lapse(world: PaymentWorld): Promise<void> {
  world.clock.advance(3 * MINUTE);
  await world.worker.runDue();
}

/** An institution that is away until `back` is set. */
function sometimesAway() {
  const state = { away: false };
  const between = (institution: PaymentInstitution): PaymentInstitution => {
    const guard = <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) => {
      return (...args: Args): Promise<Answer> =>
        state.away ? Promise.reject(new InstitutionError('INSTITUTION_UNREACHABLE', 'Away.')) : call(...args);
    };
    return {
      ...institution,
      createSession: guard(institution.createSession),
      expireSession: guard(institution.expireSession),
      refund: guard(institution.refund),
    };
  };
  return { state, between };
}

describeEachDialect('A payment', (open) => {
  it('is settled by the webhook: order paid, stock sold, confirmation written', async () => {
    const world = await openWorld(open);
    const { orderId, paymentUrl } = await world.placeAndStart({ quantity: 2 });
    expect(await world.states(orderId)).toBe('OPEN/AWAITING_PAYMENT');
    expect(await payAt(paymentUrl)).toBe(200);
    await world.reach(orderId, 'SUCCEEDED/PAID');
    expect(await world.stock()).toEqual({ shelf: 8, reserved: 0, sold: 2 });
    await world.worker.runDue();
    expect((await mailsOf(world)).map(({ kind, state }) => `${kind} ${state}`)).toEqual(['CONFIRMATION SPOOLED']);
  });

  it('stays open after a decline and can be paid with another card', async () => {
    const world = await openWorld(open);
    const { orderId, paymentUrl } = await world.placeAndStart();
    expect(await payAt(paymentUrl, CARDS.declined)).toBe(402);
    expect(await world.states(orderId)).toBe('OPEN/AWAITING_PAYMENT');
    expect(await payAt(paymentUrl)).toBe(200);
    await world.reach(orderId, 'SUCCEEDED/PAID');
  });

  it('has one session however often it is started', async () => {
    const world = await openWorld(open);
    const { orderId, paymentId, paymentUrl } = await world.placeAndStart();
    expect(await startPayment(world.deps, paymentId)).toMatchObject({ paymentUrl });
    expect(await paymentUrlOf(world.deps, orderId)).toMatchObject({ paymentUrl });
    const two = await Promise.all([startPayment(world.deps, paymentId), startPayment(world.deps, paymentId)]);
    expect(two).toMatchObject([{ paymentUrl }, { paymentUrl }]);
  });

  it('cannot be started for an order that is unknown, paid or over its time', async () => {
    const world = await openWorld(open);
    const unknown = '018f0000-0000-7000-8000-000000000000';
    expect(await paymentUrlOf(world.deps, unknown)).toEqual({ error: 'NOT_PAYABLE' });
    const { orderId, paymentUrl } = await world.placeAndStart();
    await payAt(paymentUrl);
    await world.reach(orderId, 'SUCCEEDED/PAID');
    expect(await paymentUrlOf(world.deps, orderId)).toEqual({ error: 'NOT_PAYABLE' });
    const late = await world.place({ payableForMs: 2 * MINUTE });
    world.clock.advance(3 * MINUTE);
    expect(await paymentUrlOf(world.deps, late.orderId)).toEqual({ error: 'NOT_PAYABLE' });
  });

  it('that is cancelled on the institution’s page cancels the order and gives its stock back', async () => {
    const world = await openWorld(open);
    const { orderId, paymentUrl } = await world.placeAndStart({ quantity: 3 });
    const page = await (await fetch(paymentUrl)).text();
    const form = /<form[^>]*action="([^"]*cancel[^"]*)"[\s\S]*?name="(?<field>[^"]+)"[^>]*value="(?<token>[^"]+)"/.exec(
      page,
    );
    const response = await fetch(new URL(form?.[1] ?? '', paymentUrl), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: new URL(paymentUrl).origin },
      body: new URLSearchParams({ [form?.groups?.field ?? '']: form?.groups?.token ?? '' }),
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toContain('http://localhost:4000/de/checkout/cancelled');
    await world.reach(orderId, 'CANCELLED/CANCELLED');
    expect(await world.stock()).toEqual({ shelf: 10, reserved: 0, sold: 0 });
    expect(await mailsOf(world)).toEqual([]);
  });

  it('lapses unpaid: the session ends first, then the stock goes back and the customer is told', async () => {
    const world = await openWorld(open);
    const { orderId, paymentUrl } = await world.placeAndStart({ quantity: 2, payableForMs: 2 * MINUTE });
    await world.worker.runDue();
    expect(await world.states(orderId)).toBe('OPEN/AWAITING_PAYMENT');
    await lapse(world);
    expect(await world.states(orderId)).toBe('EXPIRED/LAPSED');
    expect(await payAt(paymentUrl)).toBe(409);
    expect(await world.stock()).toEqual({ shelf: 10, reserved: 0, sold: 0 });
    expect((await mailsOf(world)).map(({ kind }) => kind)).toEqual(['PAYMENT_LAPSED']);
  });

  it('that was paid just before the lapse, with the webhook still on its way, is settled by the lapse', async () => {
    const world = await openWorld(open);
    const { orderId, paymentUrl } = await world.placeAndStart({ payableForMs: 2 * MINUTE });
    world.door.mode = 'HOLD';
    await payAt(paymentUrl);
    await lapse(world);
    expect(await world.states(orderId)).toBe('SUCCEEDED/PAID');
    expect(await world.stock()).toEqual({ shelf: 9, reserved: 0, sold: 1 });
    for (const { body, signature } of world.door.held) await receiveWebhook(world.deps, body, signature);
    expect(await world.stock()).toEqual({ shelf: 9, reserved: 0, sold: 1 });
  });

  it('that never was started lapses without asking the institution', async () => {
    const { state, between } = sometimesAway();
    const world = await openWorld(open, { between });
    state.away = true;
    const { orderId } = await world.place({ payableForMs: 2 * MINUTE });
    await lapse(world);
    expect(await world.states(orderId)).toBe('EXPIRED/LAPSED');
    expect(await world.stock()).toEqual({ shelf: 10, reserved: 0, sold: 0 });
  });

  it('keeps its stock for as long as the institution does not answer, and lapses when it does', async () => {
    const { state, between } = sometimesAway();
    const world = await openWorld(open, { between });
    const { orderId } = await world.placeAndStart({ payableForMs: 2 * MINUTE });
    state.away = true;
    await lapse(world);
    expect(await world.states(orderId)).toBe('LAPSING/AWAITING_PAYMENT');
    expect(await world.stock()).toEqual({ shelf: 9, reserved: 1, sold: 0 });
    const [job] = await world.core.stores.main.em.fork().find(Job, { kind: 'lapse-payment' });
    expect(job).toMatchObject({ state: 'QUEUED', lastErrorCode: 'INSTITUTION_UNREACHABLE' });
    state.away = false;
    await lapse(world);
    expect(await world.states(orderId)).toBe('EXPIRED/LAPSED');
    expect(await world.stock()).toEqual({ shelf: 10, reserved: 0, sold: 0 });
  });

  it('whose start found the institution away leaves the order standing, to be paid later', async () => {
    const { state, between } = sometimesAway();
    const world = await openWorld(open, { between });
    state.away = true;
    const { orderId, paymentId } = await world.place();
    expect(await startPayment(world.deps, paymentId)).toEqual({ error: 'INSTITUTION_UNREACHABLE' });
    state.away = false;
    const started = await paymentUrlOf(world.deps, orderId);
    expect(await payAt('paymentUrl' in started ? started.paymentUrl : '')).toBe(200);
    await world.reach(orderId, 'SUCCEEDED/PAID');
  });

  /** An institution that says a session ended, and takes money for it all the same. */
  const breaksItsWord = (institution: PaymentInstitution): PaymentInstitution => ({
    ...institution,
    expireSession: async () => 'EXPIRED',
  });

  it('that succeeds after its lapse is accepted if the goods are still there', async () => {
    const world = await openWorld(open, { between: breaksItsWord });
    const { orderId, paymentUrl } = await world.placeAndStart({ quantity: 4, payableForMs: 2 * MINUTE });
    await lapse(world);
    expect(await world.states(orderId)).toBe('EXPIRED/LAPSED');
    expect((await world.stock()).shelf).toBe(10);
    await payAt(paymentUrl);
    await world.reach(orderId, 'SUCCEEDED/PAID');
    expect(await world.stock()).toEqual({ shelf: 6, reserved: 0, sold: 4 });
    await world.worker.runDue();
    expect((await mailsOf(world)).map(({ kind }) => kind).sort()).toEqual(['CONFIRMATION', 'PAYMENT_LAPSED']);
  });

  it('that succeeds after its lapse is paid back if the goods are gone, and the customer is told', async () => {
    const world = await openWorld(open, { units: 1, between: breaksItsWord });
    const { orderId, paymentUrl } = await world.placeAndStart({ payableForMs: 2 * MINUTE });
    await lapse(world);
    const other = await world.placeAndStart();
    await payAt(other.paymentUrl);
    await world.reach(other.orderId, 'SUCCEEDED/PAID');
    await payAt(paymentUrl);
    await world.reach(orderId, 'REFUND_PENDING/LAPSED');
    await world.worker.runDue();
    expect(await world.states(orderId)).toBe('REFUNDED/REFUNDED');
    expect(await world.stock()).toEqual({ shelf: 0, reserved: 0, sold: 1 });
    expect((await mailsOf(world)).map(({ kind }) => kind).sort()).toEqual([
      'CONFIRMATION',
      'PAYMENT_LAPSED',
      'REFUNDED',
    ]);
  });

  it('is sent back on request, once, and the customer is told', async () => {
    const world = await openWorld(open);
    const { orderId, paymentUrl } = await world.placeAndStart();
    const ask = () => world.core.stores.main.em.fork().transactional((em) => requestRefund(em, orderId));
    expect(await ask()).toBe(false);
    await payAt(paymentUrl);
    await world.reach(orderId, 'SUCCEEDED/PAID');
    expect(await ask()).toBe(true);
    expect(await ask()).toBe(false);
    await world.worker.runDue();
    await world.reach(orderId, 'REFUNDED/REFUNDED');
    await world.worker.runDue();
    expect((await mailsOf(world)).map(({ kind }) => kind).sort()).toEqual(['CONFIRMATION', 'REFUNDED']);
  });

  it('whose refund the bank refuses waits for somebody to act', async () => {
    const world = await openWorld(open);
    const { orderId, paymentUrl } = await world.placeAndStart();
    await payAt(paymentUrl, CARDS.refundFails);
    await world.reach(orderId, 'SUCCEEDED/PAID');
    await world.core.stores.main.em.fork().transactional((em) => requestRefund(em, orderId));
    await world.worker.runDue();
    expect(await world.states(orderId)).toBe('REFUND_FAILED/PAID');
  });

  it('tells the institution amount, currency, reference and return addresses, and sends neither cookie nor referer', async () => {
    const world = await openWorld(open);
    const { orderId } = await world.placeAndStart();
    const { sandbox, core } = world;
    const response = await fetch(`${sandbox.url}/v1/diagnostics`, {
      headers: { Authorization: `Bearer ${'aa'.repeat(32)}` },
    });
    expect(await response.json()).toMatchObject({ requestsWithCookie: 0, requestsWithReferer: 0 });
    const payment = await core.stores.main.em.fork().findOneOrFail(Payment, { orderId });
    expect(payment.reference).toMatch(/^[0-9a-f]{32}$/);
    expect(String(payment.sessionReference)).toBe('[sealed]');
  });

  it('writes an entry into the access log for each opening', async () => {
    const world = await openWorld(open);
    const { orderId, paymentUrl } = await world.placeAndStart();
    await payAt(paymentUrl);
    await world.reach(orderId, 'SUCCEEDED/PAID');
    await world.worker.runDue();
    const entries = await world.core.stores.log.em
      .fork()
      .execute<{ viewer_id: string; coordinates: string }[]>(
        'select viewer_id, coordinates from access_entry order by sequence',
      );
    expect(entries.map(({ viewer_id }) => viewer_id)).toEqual(['confirm-order', 'write-confirmation-mail']);
    expect(entries[1]?.coordinates).toBe(
      '["egress:mail/order.content","egress:mail/order.deliveryAddress","egress:mail/order.email","egress:mail/order.recipientName"]',
    );
  });
});
