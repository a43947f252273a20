import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { openPaymentWorld, type PaymentWorld, type WorldOptions } from '../../../test/payments/open-payment-world.ts';
import type { PlacedTestOrder } from '../../../test/payments/place-test-order.ts';
import { AGREED, CARDS, payAt, startSandbox } from '../../../test/payments/sandbox-process.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { createLogger } from '../../platform/logger/logger.ts';
import { eraseSubject } from '../../privacy/erasure/erase-subject.ts';
import { ErasureRecord } from '../../privacy/erasure/erasure-record.entity.ts';
import { resumeErasures } from '../../privacy/erasure/resume-erasures.ts';
import { Subject } from '../../privacy/subjects/subject.entity.ts';
import { Mail } from '../mail/mail.entity.ts';
import { Order } from '../orders/order.entity.ts';
import { Payment } from './payment.entity.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { requestRefund } from './request-refund.ts';
import { startPayment } from './start-payment.ts';

describeEachDialect('The erasure of somebody with a payment', (open) => {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });

  async function openWorld(
    options: (stores: TestStores) => WorldOptions = () => ({}),
  ): Promise<PaymentWorld & { stores: TestStores }> {
    const stores = await open();
    const world = await openPaymentWorld(stores, options(stores));
    cleanups.push(() => world.close());
    return { ...world, stores };
  }
  const em = (world: PaymentWorld) => world.core.stores.main.em.fork();
  const stateOf = async (world: PaymentWorld, subjectId: string) =>
    (await em(world).findOneOrFail(Subject, { id: subjectId })).state;
  const hasKey = async (world: PaymentWorld, subjectId: string) =>
    (await world.core.keys.existing([subjectId])).has(subjectId);

  /** How the institution says that a session stands. */
  async function sessionAt(paymentUrl: string): Promise<string> {
    const { origin, pathname } = new URL(paymentUrl);
    const headers = { Authorization: `Bearer ${AGREED.apiKey}` };
    const answer = await fetch(`${origin}${pathname.replace('/pay/', '/v1/sessions/')}`, { headers });
    return ((await answer.json()) as { state: string }).state;
  }

  async function expectGone(world: PaymentWorld, { subjectId, orderId }: PlacedTestOrder): Promise<void> {
    expect(await stateOf(world, subjectId)).toBe('ERASED');
    expect(await hasKey(world, subjectId)).toBe(false);
    expect(await em(world).count(Payment, { orderId })).toBe(0);
    expect(await em(world).count(Order, { id: orderId })).toBe(0);
  }

  it('ends the open session and gives the stock back before the key is destroyed', async () => {
    const world = await openWorld();
    const order = await world.placeAndStart({ quantity: 2 });
    expect(await sessionAt(order.paymentUrl)).toBe('OPEN');
    const seen: Record<string, unknown> = {};
    const look = async (step: string) => {
      const [session, stock] = await Promise.all([sessionAt(order.paymentUrl), world.stock()]);
      seen[step] = { session, stock, key: await hasKey(world, order.subjectId) };
    };
    // Looks between two steps: the key store is asked to destroy only after the look.
    const { destroyKey } = world.core.keys;
    world.core.keys.destroyKey = async (subjectId) => {
      await look('before the key goes');
      return destroyKey.call(world.core.keys, subjectId);
    };
    await eraseSubject(world.core, order.subjectId);
    const stock = { shelf: 10, reserved: 0, sold: 0 };
    expect(seen).toEqual({ 'before the key goes': { session: 'EXPIRED', stock, key: true } });
    expect(await payAt(order.paymentUrl)).toBe(409);
    await expectGone(world, order);
    // The institution reports the end, the lapse comes due: there is nothing left for either, and nobody to write to.
    world.clock.advance(30 * 60_000);
    await world.worker.runDue();
    expect(world.door.errors).toEqual([]);
    expect(await em(world).count(Mail)).toBe(0);
    expect(await world.stock()).toEqual(stock);
  });

  it('ends a payment that was never started without the institution', async () => {
    const world = await openWorld();
    await world.sandbox.close();
    const order = await world.place({ quantity: 3 });
    await eraseSubject(world.core, order.subjectId);
    await expectGone(world, order);
    expect(await world.stock()).toEqual({ shelf: 10, reserved: 0, sold: 0 });
    expect(await startPayment(world.deps, order.paymentId)).toEqual({ error: 'NOT_PAYABLE' });
  });

  it('waits while the institution is away, lets nobody pay meanwhile, and is completed when it is back', async () => {
    const world = await openWorld(({ dataDir }) => ({ sandboxFile: join(dataDir, 'institution.db') }));
    const order = await world.placeAndStart();
    await world.sandbox.close();
    await expect(eraseSubject(world.core, order.subjectId)).rejects.toMatchObject({
      code: 'ERASURE_WAITS',
      cause: { code: 'INSTITUTION_UNREACHABLE' },
    });
    expect(await resumeErasures(world.core)).toEqual({ executed: 0, waiting: 1, underWay: 0 });
    expect(await stateOf(world, order.subjectId)).toBe('ACTIVE');
    expect(await hasKey(world, order.subjectId)).toBe(true);
    const record = await em(world).findOneOrFail(ErasureRecord, { subjectId: order.subjectId });
    expect(record.executedAt).toBeNull();
    expect(await world.states(order.orderId)).toBe('LAPSING/AWAITING_PAYMENT');
    expect(await startPayment(world.deps, order.paymentId)).toEqual({ error: 'NOT_PAYABLE' });
    expect(await world.stock()).toEqual({ shelf: 9, reserved: 1, sold: 0 });

    const { port } = new URL(world.sandbox.url);
    const back = await startSandbox(world.door.url, join(world.stores.dataDir, 'institution.db'), Number(port));
    cleanups.push(() => back.close());
    expect(await resumeErasures(world.core)).toEqual({ executed: 1, waiting: 0, underWay: 0 });
    expect(await sessionAt(order.paymentUrl)).toBe('EXPIRED');
    await expectGone(world, order);
    expect(await world.stock()).toEqual({ shelf: 10, reserved: 0, sold: 0 });
  });

  it('that was paid, with the webhook still on its way, waits until the order is delivered', async () => {
    const world = await openWorld();
    const order = await world.placeAndStart();
    world.door.mode = 'HOLD';
    expect(await payAt(order.paymentUrl)).toBe(200);
    await expect(eraseSubject(world.core, order.subjectId)).rejects.toMatchObject({ code: 'UNDER_WAY' });
    expect(await world.states(order.orderId)).toBe('SUCCEEDED/PAID');
    expect(await hasKey(world, order.subjectId)).toBe(true);
    expect(await resumeErasures(world.core)).toEqual({ executed: 0, waiting: 0, underWay: 1 });
    await em(world).nativeUpdate(Order, { id: order.orderId }, { deliveredAt: world.clock.now() });
    expect(await resumeErasures(world.core)).toEqual({ executed: 1, waiting: 0, underWay: 0 });
    await expectGone(world, order);
    expect(await world.stock()).toEqual({ shelf: 9, reserved: 0, sold: 1 });
    // What was held comes at last: taken, without effect but a line for the operator.
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line: string) => lines.push(line) });
    await expect
      .poll(() => world.door.held.map(({ type }) => type), { timeout: 20_000 })
      .toEqual(['payment.succeeded']);
    for (const { body, signature } of world.door.held) {
      expect(await receiveWebhook({ ...world.deps, logger }, body, signature)).toBe('TAKEN');
    }
    expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(['PAYMENT_UNKNOWN']);
  });

  it('sees money that is on its way back to its end, and stays for money that could not be sent back', async () => {
    const world = await openWorld();
    const paid = async (card: string) => {
      const order = await world.placeAndStart();
      await payAt(order.paymentUrl, card);
      await world.reach(order.orderId, 'SUCCEEDED/PAID');
      await em(world).transactional((tx) => requestRefund(tx, order.orderId));
      return order;
    };
    const good = await paid(CARDS.good);
    // As the order is paid still, it is finished by the refund and not by the parcel.
    await em(world).nativeUpdate(Order, { id: good.orderId }, { deliveredAt: world.clock.now() });
    await eraseSubject(world.core, good.subjectId);
    expect(await sessionAt(good.paymentUrl)).toBe('REFUNDED');
    await expectGone(world, good);

    const bad = await paid(CARDS.refundFails);
    await world.worker.runDue();
    expect(await world.states(bad.orderId)).toBe('REFUND_FAILED/PAID');
    await em(world).nativeUpdate(Order, { id: bad.orderId }, { deliveredAt: world.clock.now() });
    await expect(eraseSubject(world.core, bad.subjectId)).rejects.toMatchObject({ code: 'UNDER_WAY' });
    expect(await hasKey(world, bad.subjectId)).toBe(true);
  });

  it('that races paying and starting leaves nobody a page to pay at, nor an order paid and gone, 20 times over', async () => {
    const world = await openWorld(() => ({ units: 20 }));
    let delayMs = 0;
    let paid = 0;
    for (let round = 0; round < 20; round += 1) {
      const order = await world.place();
      // One round of two begins with the session open, the other opens it while the erasure is under way.
      const opened = round % 2 === 0 ? await startPayment(world.deps, order.paymentId) : null;
      const payer = async () => {
        await setTimeout(delayMs);
        const started = opened ?? (await startPayment(world.deps, order.paymentId));
        return 'paymentUrl' in started ? payAt(started.paymentUrl) : 409;
      };
      const erasure = eraseSubject(world.core, order.subjectId).then(
        () => 'ERASED',
        (error: unknown) => (error as { code?: string }).code,
      );
      const [status, outcome] = await Promise.all([payer(), erasure]);
      expect([round, status, outcome]).toEqual([round, ...(status === 200 ? [200, 'UNDER_WAY'] : [409, 'ERASED'])]);
      if (status === 200) await world.reach(order.orderId, 'SUCCEEDED/PAID');
      else await expectGone(world, order);
      paid += status === 200 ? 1 : 0;
      delayMs = status === 200 ? delayMs * 1.4 + 1 : delayMs * 0.7;
    }
    expect(await world.stock()).toEqual({ shelf: 20 - paid, reserved: 0, sold: paid });
    expect(world.door.errors).toEqual([]);
  });
});
