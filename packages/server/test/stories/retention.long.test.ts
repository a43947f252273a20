import { afterEach, beforeEach, expect, it } from 'vitest';
import { Mail } from '../../src/features/mail/mail.entity.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { OrderCode } from '../../src/features/orders/order-code.entity.ts';
import { ReducedOrder } from '../../src/features/orders/reduced-order.entity.ts';
import { TaxLedger } from '../../src/features/orders/tax-ledger.entity.ts';
import { Payment } from '../../src/features/payments/payment.entity.ts';
import { SalesLedger } from '../../src/features/stock/sales-ledger.entity.ts';
import { dayOf } from '../../src/platform/clock/clock.ts';
import { Job } from '../../src/platform/jobs/job.entity.ts';
import { RetentionRun } from '../../src/privacy/retention/retention-run.entity.ts';
import { Subject } from '../../src/privacy/subjects/subject.entity.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, buy, order } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { type Shelved, shelve } from '../shop/shelve.ts';
import { type TravellingClock, travellingClock } from '../shop/travelling-clock.ts';
import { until } from '../shop/until.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

const KEPT = `query ($token: String!) { order(token: $token) { state recipientName { keptUntil } email { keptUntil }
  phone { keptUntil } address { keptUntil } lines { keptUntil } paymentReference { keptUntil } } }`;

type Kept = Readonly<
  Record<
    'recipientName' | 'email' | 'phone' | 'address' | 'lines' | 'paymentReference',
    { keptUntil: string | null } | null
  >
>;

let guests = 0;
const guest = () =>
  buildOrderInput({ email: `testa.kept${++guests}@example.com`, shippingOptionId: 'express', phone: '030 23125 123' });

describeEachDialect('What is kept of an order, told and done by the hour', (open) => {
  let test: TestShop;
  let clock: TravellingClock;
  let shelved: Shelved;
  // A shop for each: agreements end while years go by.
  beforeEach(async () => {
    clock = travellingClock();
    test = await openShopOn(await open(), { clock });
    shelved = await shelve(test.shop);
  });
  afterEach(() => test.close());

  const em = () => test.shop.core.stores.main.em.fork();
  async function comeRound(kind = 'run-retention'): Promise<void> {
    await em().nativeUpdate(Job, { kind }, { runAt: new Date(0) });
    await test.shop.jobs.runDue();
  }
  /** Goes to a moment and has the rules run. */
  async function runAt(moment: number): Promise<void> {
    clock.travel((moment - clock.now().getTime()) / MINUTE);
    await comeRound();
  }
  const rowOf = ({ placed }: Bought) => em().findOne(Order, { number: placed.order.number });
  const keptOf = async ({ shopper, token }: Bought) => {
    const { order: shown } = (await shopper.ask<{ order: Kept }>(KEPT, { token })).data ?? {};
    return Object.fromEntries(
      (['recipientName', 'email', 'phone', 'address', 'lines', 'paymentReference'] as const).map((field) => [
        field,
        shown?.[field]?.keptUntil,
      ]),
    );
  };
  const books = async () => {
    const taxes = await em().find(TaxLedger, {}, { orderBy: { id: 'asc' } });
    const sales = await em().find(SalesLedger, {}, { orderBy: { variantId: 'asc', quantity: 'asc' } });
    return {
      net: taxes.reduce((sum, { net }) => sum + net, 0),
      tax: taxes.reduce((sum, { tax }) => sum + tax, 0),
      sold: sales.map(({ day, variantId, quantity }) => ({ day, variantId, quantity })),
    };
  };
  const lastRun = async () => {
    const [run] = await em().find(RetentionRun, {}, { orderBy: { startedAt: 'desc' }, limit: 1 });
    return (run?.rules ?? [])
      .filter(({ due, errorCode }) => due > 0 || errorCode)
      .map(({ name, due, done }) => `${name}: ${done}/${due}`);
  };
  const stateOf = async (id: string) => (await em().findOneOrFail(Subject, { id })).state;

  it('goes value by value on the day that was shown, not before; then the order is reduced and its subject erased', async () => {
    const bought = await buy(test, [shelved.variantId], guest());
    expect(await keptOf(bought)).toMatchObject({ recipientName: null, email: null, phone: null, address: null });
    const row = await rowOf(bought);
    if (!row) throw new Error('There is no order.');
    const { id, subjectId, total, placedAt } = row;
    // The door for this comes with the carriers.
    const deliveredAt = new Date(clock.now().getTime() + 3 * DAY);
    clock.travel((3 * DAY) / MINUTE);
    await em().nativeUpdate(Order, { id }, { deliveredAt });
    const { settledAt } = await em().findOneOrFail(Payment, { orderId: id });
    const shown = await keptOf(bought);
    const before = await books();
    const hasOf = async () => {
      const now = await em().findOne(Order, { id });
      const payment = await em().findOne(Payment, { orderId: id });
      const held = { recipientName: now?.recipientName, email: now?.email, phone: now?.phone, address: now?.address };
      return { ...held, lines: now?.content, paymentReference: payment?.sessionReference };
    };
    const after = (start: Date | null | undefined, days: number) => (start?.getTime() ?? 0) + days * DAY;
    const due: [field: keyof Kept, moment: number, rule: string][] = [
      ['recipientName', after(deliveredAt, 90), 'order.recipientName of orders'],
      ['address', after(deliveredAt, 90), 'order.deliveryAddress of orders'],
      ['phone', after(deliveredAt, 90), 'order.phone of orders'],
      ['lines', after(placedAt, 730), 'order.content of orders'],
      ['paymentReference', after(settledAt, 730), 'payments'],
      ['email', after(deliveredAt, 730), 'order.email of orders'],
    ];
    for (const [field, moment, rule] of due) {
      expect(shown[field], field).toBe(dayOf(new Date(moment)));
      if (clock.now().getTime() < moment) {
        await runAt(moment - MINUTE);
        expect((await hasOf())[field], `${field} is there`).toBeTruthy();
        expect(await lastRun()).not.toContain(`${rule}: 1/1`);
        await runAt(moment + MINUTE);
        expect(await lastRun()).toContain(`${rule}: 1/1`);
      }
      expect((await hasOf())[field], `${field} is gone`).toBeFalsy();
    }
    expect(await lastRun()).toContain('subjects of whom nothing is left: 1/1');
    expect(await em().count(Order, { id })).toBe(0);
    expect(await em().find(ReducedOrder, {})).toMatchObject([
      { total, paidOn: dayOf(placedAt), refunded: false, countryCode: 'DE', invoiceNumber: row.invoiceNumber },
    ]);
    expect(await stateOf(subjectId)).toBe('ERASED');
    expect(await test.shop.core.keys.existing([subjectId])).toEqual(new Set());
    expect(await books()).toEqual(before);
    expect(await (await fetch(`${test.url}/metrics`)).text()).toContain(
      'retention_subjects{rule="order.email of orders",outcome="done"} 1',
    );
    // What the books keep goes after ten years.
    clock.travel((3_650 * DAY) / MINUTE);
    await comeRound('sweep-reduced-orders');
    expect(await em().count(ReducedOrder, {})).toBe(0);
    expect(await books()).toEqual(before);
  });

  it('is nothing a day after an order ended unpaid, and its subject goes with the mail about it', async () => {
    const bought = await order(test, [shelved.variantId], guest());
    clock.travel(21);
    await until('the order has lapsed', async () => {
      await test.shop.jobs.runDue();
      return (await bought.shopper.follow(bought.token)).state === 'LAPSED';
    });
    await until('its mail is spooled', async () => {
      await test.shop.jobs.runDue();
      return (await em().count(Mail, { kind: 'PAYMENT_LAPSED', state: 'SPOOLED' })) === 1;
    });
    const row = await rowOf(bought);
    const closedAt = row?.closedAt?.getTime() ?? 0;
    const subjectId = row?.subjectId ?? '';
    const shown = await keptOf(bought);
    const day = dayOf(new Date(closedAt + DAY));
    const { expiresAt } = await em().findOneOrFail(Payment, { orderId: row?.id ?? '' });
    expect(shown).toEqual({
      ...{ recipientName: day, email: day, phone: day, address: day, lines: day },
      paymentReference: dayOf(new Date(expiresAt.getTime() + DAY)),
    });
    await runAt(closedAt + DAY - MINUTE);
    expect(await rowOf(bought)).not.toBeNull();
    await runAt(closedAt + DAY + MINUTE);
    expect(await lastRun()).toContain('unpaid orders: 1/1');
    expect(await rowOf(bought)).toBeNull();
    expect(await em().count(Payment, { subjectId })).toBe(0);
    expect(await em().count(OrderCode, { orderId: row?.id ?? '' })).toBe(0);
    expect(await em().count(ReducedOrder, {})).toBe(0);
    expect(await stateOf(subjectId)).toBe('ACTIVE');
    await runAt(closedAt + 8 * DAY);
    expect(await em().count(Mail, { subjectId })).toBe(0);
    expect(await stateOf(subjectId)).toBe('ERASED');
  });

  it('is all there while the order is under way, however long that takes', async () => {
    const bought = await buy(test, [shelved.variantId], guest());
    const row = await rowOf(bought);
    await runAt(clock.now().getTime() + 1_100 * DAY);
    await comeRound('run-controls');
    expect(await lastRun()).toEqual(['mails: 1/1']);
    const now = await rowOf(bought);
    for (const field of ['email', 'recipientName', 'address', 'phone', 'content'] as const) {
      expect(now?.[field], field).toBeTruthy();
    }
    expect((await em().findOneOrFail(Payment, { orderId: row?.id ?? '' })).sessionReference).toBeTruthy();
    expect(await stateOf(row?.subjectId ?? '')).toBe('ACTIVE');
    expect(await (await fetch(`${test.url}/metrics`)).text()).toContain(
      'privacy_control{name="retention",clause="P4.5"} 1',
    );
    await em().nativeUpdate(Order, { id: row?.id ?? '' }, { deliveredAt: clock.now() });
    await runAt(clock.now().getTime() + MINUTE);
    expect((await rowOf(bought))?.content).toBeFalsy();
    expect((await rowOf(bought))?.address).toBeTruthy();
  });
});
