import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { headersOf, type MailReceiver, partOf, receiveMail } from '../../../test/mail/receive-mail.ts';
import { openPaymentWorld, type PaymentWorld } from '../../../test/payments/open-payment-world.ts';
import { TESTA } from '../../../test/payments/place-test-order.ts';
import { payAt } from '../../../test/payments/sandbox-process.ts';
import { describeEachDialect, type OpenStores, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { Job } from '../../platform/jobs/job.entity.ts';
import type { MailTransport } from '../../platform/mail/mail-transport.ts';
import { openMailTransport } from '../../platform/mail/open-mail-transport.ts';
import { EgressAgreement } from '../../privacy/egress/egress-agreement.entity.ts';
import { eraseSubject } from '../../privacy/erasure/erase-subject.ts';
import { unregisteredSealedProperties } from '../../privacy/registry/unregistered-sealed-properties.ts';
import { runRetention } from '../../privacy/retention/run-retention.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { Order } from '../orders/order.entity.ts';
import { OrderLink } from '../orders/order-link.entity.ts';
import { DEMO_SELLER } from '../seller/demo-seller.ts';
import { listSpooledMails } from './list-spooled-mails.ts';
import { Mail } from './mail.entity.ts';
import { MailThrottle } from './mail-throttle.entity.ts';
import { queueCodeMail } from './queue-code-mail.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const worlds: PaymentWorld[] = [];
const receivers: MailReceiver[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
  for (const receiver of receivers.splice(0)) await receiver.close();
});

async function openWorld(open: OpenStores, transport: MailTransport | null = null) {
  const stores = await open();
  const world = await openPaymentWorld(stores, { transport });
  worlds.push(world);
  return { stores, world };
}

async function relay() {
  const receiver = await receiveMail();
  receivers.push(receiver);
  const from = 'Barrier <orders@barrier.example>';
  const transport = openMailTransport({ smtpUrl: receiver.url, from, agreementKey: null, production: true });
  return { receiver, transport };
}

/** A paid order whose mails are not written yet. */
async function paidOrder(world: PaymentWorld, order: Parameters<PaymentWorld['placeAndStart']>[0] = {}) {
  const placed = await world.placeAndStart({ email: TESTA.email, ...order });
  await payAt(placed.paymentUrl);
  await world.reach(placed.orderId, 'SUCCEEDED/PAID');
  return placed;
}

/** A mail with a code for an order. */
const queueCode = (world: PaymentWorld, subjectId: string, to: string = TESTA.email) =>
  world.core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(world.core, em, subjectId);
    const code = { language: 'EN' as const, orderNumber: 'BR-TEST', code: '482913', minutes: 15 };
    return queueCodeMail(world.core, em, subject, {
      to,
      ...code,
      publicUrl: 'http://localhost:4000',
      seller: DEMO_SELLER,
    });
  });

const rows = (world: PaymentWorld) => world.core.stores.main.em.fork().find(Mail, {});

/** Every byte that the databases of a test have on disk. */
async function bytesOf({ main, dialect, dataDir }: TestStores): Promise<string> {
  if (dialect === 'sqlite') {
    return readdirSync(dataDir)
      .map((file) => readFileSync(join(dataDir, file), 'latin1'))
      .join('\n');
  }
  const found = await main.em.fork().execute<{ row: string }[]>(
    `select row_to_json(t)::text || encode(t.message, 'escape') as row from mail t union all select row_to_json(t)::text from job t
     union all select row_to_json(t)::text from mail_throttle t`,
  );
  return found.map(({ row }) => row).join('\n');
}

describeEachDialect('Mail about an order', (open) => {
  it('goes out by SMTP with all that a confirmation says, and leaves no row behind', async () => {
    const { receiver, transport } = await relay();
    const { world } = await openWorld(open, transport);
    const { number, orderId } = await paidOrder(world, { quantity: 2 });
    await world.worker.runDue();
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]?.to).toEqual([TESTA.email]);
    const raw = receiver.received[0]?.raw ?? '';
    for (const part of [partOf(raw, 'text/plain'), partOf(raw, 'text/html')]) {
      for (const said of [
        number,
        'Calm Drops',
        '30 ml',
        '58,00',
        '4,90',
        '62,90',
        '5,41',
        '19',
        'Musterweg 12',
        '10115',
        'DEUTSCHLAND',
      ]) {
        expect(part).toContain(said);
      }
      expect(part).toContain('Widerrufsrecht');
      expect(part).toMatch(/http:\/\/localhost:4000\/de\/track#[\w-]{20,}/);
    }
    expect(headersOf(raw)['message-id']).toMatch(/^<[0-9a-f-]{36}@barrier\.example>$/);
    expect(await rows(world)).toEqual([]);
    expect(await world.core.stores.main.em.fork().count(OrderLink, { order: orderId, kind: 'TRACKING' })).toBe(1);
  });

  it('ends in the checkpoint of its reader’s access log', async () => {
    const { world } = await openWorld(open);
    const { subjectId } = await paidOrder(world);
    await world.worker.runDue();
    const [head] = await world.core.stores.log.em
      .fork()
      .execute<{ entries: number; head: Buffer }[]>(
        'select entries, head from subject_pseudonym where subject_id = ?',
        [subjectId],
      );
    const [mail] = await listSpooledMails(world.mailDeps);
    // Showing the mail has made one more entry since.
    expect(head?.entries).toBe(2);
    expect(mail?.text).toContain(`2 ${Buffer.from(head?.head ?? []).toString('hex')}`);
  });

  it('is nowhere in the databases in clear, neither while it waits nor in the spool', async () => {
    const { stores, world } = await openWorld(open);
    const { subjectId } = await paidOrder(world);
    await queueCode(world, subjectId);
    const waiting = await bytesOf(stores);
    await world.worker.runDue();
    expect((await rows(world)).map(({ state }) => state)).toEqual(['SPOOLED', 'SPOOLED']);
    for (const bytes of [waiting, await bytesOf(stores)]) {
      expect(bytes.length).toBeGreaterThan(1_000);
      for (const secret of ['mustermann', 'Musterweg', '482913', 'Ihre Zahlung', 'track#', 'Your code']) {
        expect(bytes.toLowerCase()).not.toContain(secret.toLowerCase());
      }
    }
  });

  it('of the spool is shown against an entry in the access log, and not in production', async () => {
    const { world } = await openWorld(open);
    const { subjectId } = await paidOrder(world);
    await world.worker.runDue();
    expect(await listSpooledMails(world.mailDeps)).toMatchObject([{ kind: 'CONFIRMATION', to: TESTA.email }]);
    const entries = await world.core.stores.log.em
      .fork()
      .execute<{ viewer_id: string }[]>('select viewer_id from access_entry order by sequence desc');
    expect(entries[0]?.viewer_id).toBe('demo-mail-page');
    await expect(listSpooledMails({ ...world.mailDeps, production: true })).rejects.toThrow(/production/);
    await world.core.stores.main.em.fork().nativeUpdate(Order, { subjectId }, { deliveredAt: world.clock.now() });
    await eraseSubject(world.core, subjectId);
    expect(await listSpooledMails(world.mailDeps)).toEqual([]);
    expect(await world.core.stores.main.em.fork().count(MailThrottle)).toBe(0);
  });

  it('of the spool, and one that no relay took, is gone after a week', async () => {
    const { world } = await openWorld(open);
    await paidOrder(world);
    await world.worker.start();
    await world.worker.runDue();
    await world.worker.close();
    world.clock.advance(7 * DAY - HOUR);
    await runRetention(world.core);
    expect(await rows(world)).toHaveLength(1);
    world.clock.advance(2 * HOUR);
    // Although the order is paid and under way.
    await runRetention(world.core);
    expect(await rows(world)).toEqual([]);
  });

  it('waits while the relay is away, and is sent once it is back, once', async () => {
    const { receiver, transport } = await relay();
    const { world } = await openWorld(open, transport);
    await paidOrder(world);
    receiver.refuseWith = 451;
    await world.worker.runDue();
    const [job] = await world.core.stores.main.em.fork().find(Job, { kind: 'send-mail' });
    expect(job).toMatchObject({ attempts: 1, lastErrorCode: 'MAIL_UNREACHABLE' });
    expect(await rows(world)).toHaveLength(1);
    receiver.refuseWith = null;
    world.clock.advance(HOUR);
    await world.worker.runDue();
    await world.worker.runDue();
    expect(receiver.received).toHaveLength(1);
    expect(await rows(world)).toEqual([]);
  });

  it('that the relay refuses for good is dropped', async () => {
    const { receiver, transport } = await relay();
    const { world } = await openWorld(open, transport);
    await paidOrder(world);
    receiver.refuseWith = 550;
    await world.worker.runDue();
    expect(await rows(world)).toEqual([]);
    expect(await world.core.stores.main.em.fork().count(Job, { kind: 'send-mail' })).toBe(0);
  });

  it('is not sent without an agreement in force with the relay, and is when there is one', async () => {
    const { receiver, transport } = await relay();
    const { world } = await openWorld(open, transport);
    const agreement = { key: 'own-mail-relay' };
    const em = world.core.stores.main.em.fork();
    await em.nativeUpdate(EgressAgreement, agreement, { revokedOn: '2020-01-01' });
    await paidOrder(world);
    await world.worker.runDue();
    expect(receiver.received).toEqual([]);
    const [job] = await em.find(Job, { kind: 'send-mail' });
    expect(job).toMatchObject({ state: 'QUEUED', lastErrorCode: 'NO_AGREEMENT' });
    await em.nativeUpdate(EgressAgreement, agreement, { revokedOn: null });
    world.clock.advance(HOUR);
    await world.worker.runDue();
    expect(receiver.received).toHaveLength(1);
  });

  it('is not written to who was erased, before it is written or before it is sent', async () => {
    const { receiver, transport } = await relay();
    const { world } = await openWorld(open, transport);
    const { subjectId } = await paidOrder(world);
    await world.core.keys.destroyKey(subjectId);
    world.core.keys.evict(subjectId);
    await world.worker.runDue();
    const second = await paidOrder(world);
    await queueCode(world, second.subjectId);
    await world.core.keys.destroyKey(second.subjectId);
    world.core.keys.evict(second.subjectId);
    await world.worker.runDue();
    expect(receiver.received).toEqual([]);
    expect(await rows(world)).toEqual([]);
    expect(await world.core.stores.main.em.fork().count(Job)).toBe(2);
  });

  it('that anybody can cause is limited by address and day, whoever it is about', async () => {
    const { world } = await openWorld(open);
    const orders = [await world.place(), await world.place()];
    const queued: boolean[] = [];
    for (let count = 0; count < 12; count += 1) {
      const spelling = count % 2 === 0 ? TESTA.email : TESTA.email.toUpperCase();
      queued.push(await queueCode(world, orders[count % 2]?.subjectId ?? '', spelling));
    }
    expect(queued.filter(Boolean)).toHaveLength(10);
    expect(await queueCode(world, orders[0]?.subjectId ?? '', 'somebody.else@example.org')).toBe(true);
    world.clock.advance(DAY + HOUR);
    expect(await queueCode(world, orders[0]?.subjectId ?? '')).toBe(true);
  });

  it('answers to erasure, download and retention with every sealed property, as payments do', async () => {
    const { world } = await openWorld(open);
    const missing = unregisteredSealedProperties(
      world.core.stores.main.getMetadata().getAll().values(),
      world.core.registry,
    );
    expect(missing.filter((line) => /^(Mail|Payment)/.test(line))).toEqual([]);
  });
});
