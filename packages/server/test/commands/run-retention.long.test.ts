import { afterAll, beforeAll, expect, it } from 'vitest';
import { Order } from '../../src/features/orders/order.entity.ts';
import { Payment } from '../../src/features/payments/payment.entity.ts';
import { RetentionRun } from '../../src/privacy/retention/retention-run.entity.ts';
import { Subject } from '../../src/privacy/subjects/subject.entity.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { buy } from '../shop/buy.ts';
import { letJobsRest } from '../shop/let-jobs-rest.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { countRows } from '../shop/read-rows.ts';
import { type Shelved, shelve } from '../shop/shelve.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';
import { runCommand } from './run-command.ts';

const DAY = 86_400_000;

describeEachDialect('The command retention:run, beside a running server', (open) => {
  let stores: TestStores;
  let server: TestShop;
  let shelved: Shelved;
  let subjectId: string;
  beforeAll(async () => {
    stores = await open();
    server = await openShopOn(stores);
    shelved = await shelve(server.shop);
    const input = buildOrderInput({ email: 'testa.retention@example.com' });
    const { placed } = await buy(server, [shelved.variantId], input);
    await letJobsRest(server.shop);
    const order = await em().findOneOrFail(Order, { number: placed.order.number });
    subjectId = order.subjectId;
    const [placedAt, deliveredAt] = [new Date(Date.now() - 200 * DAY), new Date(Date.now() - 100 * DAY)];
    await em().nativeUpdate(Order, { id: order.id }, { placedAt, paidAt: placedAt, deliveredAt });
    await em().nativeUpdate(Payment, { orderId: order.id }, { settledAt: placedAt });
  });
  afterAll(() => server.close());

  const em = () => stores.main.em.fork();
  const RULES = [
    ['payments', 0],
    ['unpaid orders', 0],
    ['order.email of orders', 0],
    ['order.recipientName of orders', 1],
    ['order.deliveryAddress of orders', 1],
    ['order.phone of orders', 0],
    ['order.content of orders', 0],
    ['mails', 0],
    ['consents', 0],
    ['e-mail changes under way', 0],
    ['saved addresses', 0],
    ['accounts', 0],
    ['downloads', 0],
    ['subjects of whom nothing is left', 0],
  ] as const;

  it('says in a dry run what would go, and changes nothing', async () => {
    const before = await countRows(stores);
    const { code, stdout, stderr } = await runCommand(stores, 'retention:run', '--dry-run');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, -1)).toEqual(RULES.map(([name, due]) => `${name}: ${due} due`));
    expect(lines.at(-1)).toContain('Nothing was changed.');
    expect(stdout).not.toContain(subjectId);
    expect(await countRows(stores)).toEqual(before);
    const [order] = await em().find(Order, { subjectId });
    expect(order?.recipientName).toBeTruthy();
  });

  it('does what is due, prints the record, and finds nothing more after it', async () => {
    const { code, stdout, stderr } = await runCommand(stores, 'retention:run');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n')).toEqual(RULES.map(([name, due]) => `${name}: ${due} due, ${due} done`));
    const [order] = await em().find(Order, { subjectId });
    expect([order?.recipientName, order?.address]).toEqual([null, null]);
    expect(order?.email).toBeTruthy();
    expect((await runCommand(stores, 'retention:run')).stdout).not.toMatch(/[1-9] due/);
  });

  it('leaves the rules to whoever is running them', async () => {
    const lockedUntil = new Date(Date.now() + 60_000);
    const run = { id: '018f0000-0000-7000-8000-000000000000', startedAt: new Date(), finishedAt: null, rules: [] };
    await em().insert(RetentionRun, { ...run, lease: run.id, lockedUntil });
    const { code, stdout, stderr } = await runCommand(stores, 'retention:run');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Try again in a minute.');
    await em().nativeDelete(RetentionRun, { id: run.id });
  });

  it('keeps shorter where the operator has it so, also for what the shop tells', async () => {
    const shorter = { RETENTION_DAYS: 'EMAIL=60,ORDER_RECORD=120,PAYMENT_REFERENCE=150' };
    const { code, stdout } = await runCommand(stores, 'retention:run', shorter);
    expect(code).toBe(0);
    for (const rule of ['payments', 'order.email of orders', 'order.content of orders']) {
      expect(stdout).toContain(`${rule}: 1 due, 1 done`);
    }
    // The subject came today, and the mail about the order is there.
    expect(stdout).toContain('subjects of whom nothing is left: 0 due');
    expect(await em().count(Order, { subjectId })).toBe(0);
    expect((await em().findOneOrFail(Subject, { id: subjectId })).state).toBe('ACTIVE');

    const wrong = await runCommand(stores, 'retention:run', { RETENTION_DAYS: 'NAME=91' });
    expect(wrong).toEqual({
      code: 78,
      stdout: '',
      stderr: 'RETENTION_DAYS: NAME is no whole number of days from 1 to 90.\n',
    });
  });
});
