import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Mail } from '../../src/features/mail/mail.entity.ts';
import { OrderMailJob } from '../../src/features/mail/order-mail-job.ts';
import { Payment } from '../../src/features/payments/payment.entity.ts';
import { receiveWebhook } from '../../src/features/payments/receive-webhook.ts';
import { requestRefund } from '../../src/features/payments/request-refund.ts';
import { startPayment } from '../../src/features/payments/start-payment.ts';
import { Job } from '../../src/platform/jobs/job.entity.ts';
import { resumeErasures } from '../../src/privacy/erasure/resume-erasures.ts';
import { testProcess } from '../built/test-process.ts';
import type { OpenStores, TestStores } from '../stores/describe-dialects.ts';
import { openPaymentWorld, type PaymentWorld } from './open-payment-world.ts';
import type { ProcessTask } from './payment-process.ts';
import { AGREED, payAt } from './sandbox-process.ts';
import type { HeldWebhook } from './webhook-door.ts';

const MINUTE = 60_000;

type Point = ProcessTask['dieAt'];

/** Kills payments between every two steps, and sees that they heal. Each point starts a process of its own, which takes its time. */
export function killPayments(open: OpenStores): void {
  let stores: TestStores;
  let world: PaymentWorld;
  let reservedBefore = 0;
  beforeAll(async () => {
    stores = await open();
    world = await openPaymentWorld(stores, { units: 100 });
  });
  beforeEach(async () => {
    reservedBefore = (await world.stock()).reserved;
    world.door.mode = 'TAKE';
    world.door.held.length = 0;
    // Back to the institution's time: webhooks from another time are refused.
    world.clock.advance(Date.now() - world.clock.now().getTime());
  });
  afterAll(() => world.close());

  /** Runs an act in a process of its own that kills itself at a point. */
  async function killedAt(dieAt: ProcessTask['dieAt'], task: Pick<ProcessTask, 'act' | 'paymentId' | 'webhook'>) {
    const whole: ProcessTask = {
      ...task,
      dieAt,
      urls: stores.urls,
      dataDir: stores.dataDir,
      sandboxUrl: world.sandbox.url,
      now: world.clock.now().toISOString(),
    };
    const child = spawn(process.execPath, [testProcess('payment'), JSON.stringify(whole)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  }

  const sold = async () => (await world.stock()).sold;

  /** Nothing is set aside for nobody, nothing is lost; what an earlier test left behind is not held against this one. */
  async function expectStockToAddUp(): Promise<void> {
    const { shelf, reserved, sold: units } = await world.stock();
    expect({ sum: shelf + units + reserved, reserved }).toEqual({ sum: 100, reserved: reservedBefore });
  }

  /** The webhook of one payment: that of an earlier test's, which its institution repeats, may come meanwhile. */
  async function heldFor(paymentId: string): Promise<HeldWebhook> {
    const em = world.core.stores.main.em.fork();
    const { reference } = await em.findOneOrFail(Payment, { id: paymentId });
    for (;;) {
      const found = world.door.held.find((webhook) => webhook.reference === reference);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async function mailsAfterwards(orderId: string): Promise<string[]> {
    world.clock.advance(2 * MINUTE);
    const em = world.core.stores.main.em.fork();
    const due = { kind: OrderMailJob.WRITE, runAt: { $lte: world.clock.now() } };
    // A worker passes over rows that are locked, and PostgreSQL keeps those of a killed process until it sees that it is gone.
    do await world.worker.runDue();
    while ((await em.count(Job, due)) > 0);
    const { subjectId } = await em.findOneOrFail(Payment, { orderId });
    return (await em.find(Mail, { subjectId })).map(({ kind }) => kind);
  }

  it.each<Point>(['COMMIT 1', 'START_MARKED', 'SESSION_CREATED', 'COMMIT 2', 'SESSION_STORED'])(
    'at %s a payment that was being started is started again with the same session, and can be paid',
    async (dieAt) => {
      const before = await sold();
      const { orderId, paymentId } = await world.place();
      await killedAt(dieAt, { act: 'start', paymentId });
      const started = await startPayment(world.deps, paymentId);
      const paymentUrl = 'paymentUrl' in started ? started.paymentUrl : '';
      expect(await startPayment(world.deps, paymentId)).toMatchObject({ paymentUrl });
      expect(await payAt(paymentUrl)).toBe(200);
      await world.reach(orderId, 'SUCCEEDED/PAID');
      expect(await sold()).toBe(before + 1);
      await expectStockToAddUp();
    },
  );

  it.each<Point>(['SESSION_CREATED', 'COMMIT 2'])(
    'at %s a payment whose session nobody has on record lapses only once that session has ended',
    async (dieAt) => {
      const { orderId, paymentId } = await world.place({ payableForMs: MINUTE });
      await killedAt(dieAt, { act: 'start', paymentId });
      expect(await mailsAfterwards(orderId)).toEqual(['PAYMENT_LAPSED']);
      expect(await world.states(orderId)).toBe('EXPIRED/LAPSED');
      await expectStockToAddUp();
    },
  );

  it.each<Point>(['SETTLEMENT_PREPARED', 'COMMIT 1', 'SETTLED'])(
    'at %s a payment that was being settled is settled once by the next webhook',
    async (dieAt) => {
      const before = await sold();
      const { orderId, paymentId, paymentUrl } = await world.placeAndStart();
      world.door.mode = 'HOLD';
      await payAt(paymentUrl);
      const held = await heldFor(paymentId);
      const webhook = { body: held.body.toString('base64'), signature: held.signature ?? '' };
      await killedAt(dieAt, { act: 'webhook', paymentId, webhook });
      // It had no answer, so it comes again.
      expect(await receiveWebhook(world.deps, held.body, held.signature)).toBe('TAKEN');
      expect(await world.states(orderId)).toBe('SUCCEEDED/PAID');
      expect(await sold()).toBe(before + 1);
      expect(await mailsAfterwards(orderId)).toEqual(['CONFIRMATION']);
      await expectStockToAddUp();
    },
  );

  it.each<Point>(['COMMIT 1', 'LAPSE_MARKED', 'SESSION_ENDED', 'COMMIT 2', 'RELEASED'])(
    'at %s a payment that was lapsing lapses once',
    async (dieAt) => {
      const before = await sold();
      const { orderId, paymentId } = await world.placeAndStart({ payableForMs: MINUTE });
      world.clock.advance(MINUTE);
      // The institution reports the end of the session as well.
      world.door.mode = 'HOLD';
      await killedAt(dieAt, { act: 'lapse', paymentId });
      expect(await mailsAfterwards(orderId)).toEqual(['PAYMENT_LAPSED']);
      expect(await world.states(orderId)).toBe('EXPIRED/LAPSED');
      expect(await sold()).toBe(before);
      await expectStockToAddUp();
    },
  );

  it('at LAPSE_MARKED a payment that is paid meanwhile is settled', async () => {
    const { orderId, paymentId, paymentUrl } = await world.placeAndStart({ payableForMs: MINUTE });
    world.clock.advance(MINUTE);
    await killedAt('LAPSE_MARKED', { act: 'lapse', paymentId });
    world.door.mode = 'HOLD';
    expect(await payAt(paymentUrl)).toBe(200);
    expect(await mailsAfterwards(orderId)).toEqual(['CONFIRMATION']);
    expect(await world.states(orderId)).toBe('SUCCEEDED/PAID');
    await expectStockToAddUp();
  });

  it.each<Point>(['MONEY_SENT_BACK', 'COMMIT 1', 'REFUND_RECORDED'])(
    'at %s money that was being sent back is sent back once',
    async (dieAt) => {
      const { orderId, paymentId, paymentUrl } = await world.placeAndStart();
      await payAt(paymentUrl);
      await world.reach(orderId, 'SUCCEEDED/PAID');
      await world.core.stores.main.em.fork().transactional((em) => requestRefund(em, orderId));
      world.door.mode = 'HOLD';
      await killedAt(dieAt, { act: 'refund', paymentId });
      expect((await mailsAfterwards(orderId)).sort()).toEqual(['CONFIRMATION', 'REFUNDED']);
      expect(await world.states(orderId)).toBe('REFUNDED/REFUNDED');
      const session = new URL(paymentUrl).pathname.replace('/pay/', '/v1/sessions/');
      const headers = { Authorization: `Bearer ${AGREED.apiKey}` };
      const answer = await fetch(`${world.sandbox.url}${session}`, { headers });
      expect(await answer.json()).toMatchObject({ state: 'REFUNDED', refundedAmount: 3_390 });
      await expectStockToAddUp();
    },
  );

  // The first transaction records the request, the second and third end the payment, the fourth is the intent, the fifth the rows.
  it.each<Point>([
    'REQUESTED',
    'LAPSE_MARKED',
    'COMMIT 2',
    'SESSION_ENDED',
    'COMMIT 3',
    'RELEASED',
    'ENDED',
    'COMMIT 4',
    'INTENT',
    'KEY',
    'COMMIT 5',
    'ROWS',
  ])('at %s an erasure is completed by the next process, with the session ended before the key', async (dieAt) => {
    const before = await sold();
    const { orderId, paymentId, subjectId, paymentUrl } = await world.placeAndStart();
    world.door.mode = 'HOLD';
    await killedAt(dieAt, { act: 'erase', paymentId });
    const keyIsThere = (await world.core.keys.existing([subjectId])).has(subjectId);
    if (!keyIsThere) expect(await payAt(paymentUrl)).toBe(409);
    expect(await resumeErasures(world.core)).toEqual({ executed: 1, waiting: 0, underWay: 0 });
    expect(await payAt(paymentUrl)).toBe(409);
    expect(await world.core.keys.existing([subjectId])).toEqual(new Set());
    expect(await world.core.stores.main.em.fork().count(Payment, { orderId })).toBe(0);
    expect(await sold()).toBe(before);
    await expectStockToAddUp();
  });

  // Taking the job is one statement; the first transaction writes the mail.
  it.each<Point>(['COMMIT 1'])('at %s a mail that was being written is written once', async (dieAt) => {
    const { orderId, paymentId, paymentUrl } = await world.placeAndStart();
    await payAt(paymentUrl);
    await world.reach(orderId, 'SUCCEEDED/PAID');
    await killedAt(dieAt, { act: 'mail', paymentId });
    expect(await mailsAfterwards(orderId)).toEqual(['CONFIRMATION']);
  });
}
