import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CheckoutWorld, openCheckoutWorld } from '../../../test/checkout/open-checkout-world.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { MAIN_MIGRATIONS } from '../../platform/migrations/main.ts';
import { migrateStore } from '../../platform/orm/store.ts';
import { applyConfirm, prepareConfirm } from './confirm-order.ts';
import { Order } from './order.entity.ts';
import { applyRefund } from './refund-order.ts';
import { applyRelease, prepareRelease } from './release-order.ts';

let guests = 0;

describeEachDialect('Invoice numbers', (open, dialect) => {
  let stores: TestStores;
  let world: CheckoutWorld;
  let variantId: string;
  beforeAll(async () => {
    stores = await open();
    world = await openCheckoutWorld(stores);
    ({ variantId } = await world.stock(1_000));
  });
  afterAll(() => world.close());

  const em = () => stores.main.em.fork();
  const place = async () => {
    const browser = world.browser();
    await browser.add(variantId);
    const { order } = await browser.place({ email: `testa.invoiced${++guests}@example.com` });
    return (await em().findOneOrFail(Order, { number: order?.number ?? '' })).id;
  };
  const placeMany = (count: number) => Promise.all(Array.from({ length: count }, place));
  const confirm = async (
    orderId: string,
    paidAt: Date,
    after: () => void = () => undefined,
    zone = 'Europe/Berlin',
  ) => {
    const prepared = await prepareConfirm(world.core, orderId);
    return em().transactional(async (tx) => {
      const outcome = await applyConfirm(tx, prepared, paidAt, zone);
      after();
      return outcome;
    });
  };
  const numberOf = async (orderId: string) => (await em().findOneOrFail(Order, { id: orderId })).invoiceNumber;
  const series = (year: number, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${year}-${String(from + index).padStart(6, '0')}`);

  it('are given without gap or double to payments that come at once', async () => {
    const orders = await placeMany(20);
    const paidAt = new Date('2031-05-05T10:00:00Z');
    await Promise.all(orders.map((orderId) => confirm(orderId, paidAt)));
    const numbers = await Promise.all(orders.map(numberOf));
    expect(new Set(numbers)).toEqual(new Set(series(2031, 1, 20)));
  });

  it('are given once to an order, after its payment, and back by a rollback', async () => {
    const [first = '', second = '', third = ''] = await placeMany(3);
    const paidAt = new Date('2032-05-05T10:00:00Z');
    expect(await numberOf(first)).toBeNull();
    await confirm(first, paidAt);
    const failed = confirm(second, paidAt, () => {
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await confirm(first, paidAt)).toBe('ALREADY_PAID');
    await confirm(third, paidAt);
    await confirm(second, paidAt);
    expect(await Promise.all([first, third, second].map(numberOf))).toEqual(series(2032, 1, 3));
    await em().transactional((tx) => applyRefund(tx, first, paidAt));
    expect(await numberOf(first)).toBe('2032-000001');
  });

  it('are not given to what is not paid', async () => {
    const [lapsed = '', paid = ''] = await placeMany(2);
    const now = new Date('2033-05-05T10:00:00Z');
    const prepared = await prepareRelease(world.core, lapsed);
    await em().transactional((tx) => applyRelease(tx, prepared, 'LAPSED', now));
    expect(await confirm(lapsed, now)).toBe('STOCK_GONE');
    await confirm(paid, now);
    expect(await Promise.all([lapsed, paid].map(numberOf))).toEqual([null, '2033-000001']);
  });

  it("begin anew with the seller's year", async () => {
    const [before = '', after = ''] = await placeMany(2);
    await confirm(before, new Date('2034-12-31T22:59:59Z'));
    await confirm(after, new Date('2034-12-31T23:00:00Z'));
    expect(await Promise.all([before, after].map(numberOf))).toEqual(['2034-000001', '2035-000001']);
  });

  it('count in the years of another time zone, where the seller is in one', async () => {
    const [before = '', after = ''] = await placeMany(2);
    const inShanghai = (orderId: string, paidAt: string) =>
      confirm(orderId, new Date(paidAt), undefined, 'Asia/Shanghai');
    await inShanghai(before, '2036-12-31T15:59:59Z');
    await inShanghai(after, '2036-12-31T16:00:00Z');
    expect(await Promise.all([before, after].map(numberOf))).toEqual(['2036-000001', '2037-000001']);
  });

  it('come to orders that were paid before there were any, in the order of payment, and go on from there', async () => {
    // Placed first and paid last: it is the payment that counts.
    const late = await place();
    const [unpaid = '', early = '', newYear = '', next = ''] = await placeMany(4);
    await confirm(late, new Date('2041-06-02T10:00:00Z'));
    await confirm(early, new Date('2041-06-01T10:00:00Z'));
    await confirm(newYear, new Date('2041-12-31T23:30:00Z'));
    expect(await numberOf(late)).toBe('2041-000001');
    const names = MAIN_MIGRATIONS[dialect].map(({ name }) => name);
    await stores.main.migrator.down({ migrations: names.filter((name) => name.endsWith('_invoice_numbers')) });
    await expect(stores.main.em.getConnection().execute('select invoice_number from placed_order')).rejects.toThrow();

    expect(await migrateStore(stores.main)).toHaveLength(1);
    expect(await Promise.all([early, late, newYear, unpaid].map(numberOf))).toEqual([
      '2041-000001',
      '2041-000002',
      '2042-000001',
      null,
    ]);
    await confirm(next, new Date('2041-06-03T10:00:00Z'));
    await confirm(unpaid, new Date('2042-06-03T10:00:00Z'));
    expect(await Promise.all([next, unpaid].map(numberOf))).toEqual(['2041-000003', '2042-000002']);
  });
});
