import { afterAll, beforeAll, expect, it } from 'vitest';
import { asShopper, type Placed } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { boughtBy, pay } from '../shop/buy.ts';
import { openNeighbourOf, openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const GUESTS = 200;
const UNITS = 50;

describeEachDialect('200 guests who want one of the last 50', (open, dialect) => {
  let stores: TestStores;
  const shops: TestShop[] = [];
  beforeAll(async () => {
    stores = await open();
    const first = await openShopOn(stores);
    shops.push(first);
    if (dialect === 'postgresql') shops.push(await openNeighbourOf(first, stores));
  });
  afterAll(async () => {
    for (const { close } of shops) await close();
  });
  const count = (sql: string) => readNumber(stores.main, sql);

  it('get exactly 50, and each of the others is told that there are none left', async () => {
    const [first] = shops as [TestShop];
    const { variantId } = await shelve(first.shop, { units: UNITS, title: 'Last Drops' });
    for (const { shop } of shops) await shop.catalogue.refresh();
    const guests = Array.from({ length: GUESTS }, (_, index) => asShopper(shops[index % shops.length]?.url ?? ''));
    await Promise.all(guests.map((guest) => guest.add(variantId)));

    let answered = 0;
    const ordering = guests.map(async (shopper) => {
      const input = buildOrderInput();
      const placed = await shopper.place(input);
      answered += 1;
      return { shopper, input, placed };
    });
    // Whoever asks for something else meanwhile does not wait until all have been served.
    const answeredBefore = fetch(`${first.url}/health/live`).then(() => answered);
    const answers = await Promise.all(ordering);
    expect(await answeredBefore).toBeLessThan(GUESTS / 2);

    const served = answers.filter(({ placed }) => placed.order !== null);
    const refused = answers.filter(({ placed }) => placed.order === null);
    expect(served).toHaveLength(UNITS);
    expect(new Set(served.map(({ placed }) => placed.order?.number)).size).toBe(UNITS);
    expect(new Set(refused.map(({ placed }) => codesOf(placed)))).toEqual(new Set(['OUT_OF_STOCK']));
    expect(refused.map(({ placed }) => placed.userErrors[0]?.message)).toEqual(
      Array(GUESTS - UNITS).fill('There are no longer as many of “Last Drops”.'),
    );
    expect(await count('select stock from variant')).toBe(0);
    expect(await count('select sum(quantity) from stock_reservation')).toBe(UNITS);
    // Who was refused left nothing behind.
    for (const table of ['placed_order', 'payment', 'subject', 'order_link']) {
      expect(await count(`select count(*) from ${table}`), table).toBe(UNITS);
    }

    await Promise.all(served.map(({ shopper, input, placed }) => pay(boughtBy(shopper, input, placed))));
    await expect
      .poll(() => count("select count(*) from placed_order where state = 'PAID'"), { timeout: 60_000 })
      .toBe(UNITS);
    // Some thousand requests: a machine that does other things as well may take its time.
  }, 240_000);

  it('leave no reservation behind and ledgers that add up', async () => {
    expect(await count('select stock from variant')).toBe(0);
    expect(await count('select count(*) from stock_reservation')).toBe(0);
    expect(await count('select sum(quantity) from sales_ledger')).toBe(UNITS);
    const paid = "from placed_order where state = 'PAID'";
    const total = await count(`select sum(total) ${paid}`);
    expect(total).toBe(UNITS * (2_900 + 490));
    expect(await count('select sum(net) + sum(tax) from tax_ledger')).toBe(total);
    expect(await count('select sum(tax) from tax_ledger')).toBe(await count(`select sum(included_tax) ${paid}`));
    expect(await count('select count(*) from tax_ledger')).toBe(UNITS);
    expect(await count("select count(*) from payment where state = 'SUCCEEDED'")).toBe(UNITS);
  });

  it('are each mailed one confirmation', async () => {
    for (const { shop } of shops) await shop.jobs.runDue();
    await expect
      .poll(() => count("select count(*) from mail where kind = 'CONFIRMATION' and state = 'SPOOLED'"), {
        timeout: 30_000,
      })
      .toBe(UNITS);
    expect(await count("select count(*) from job where state = 'FAILED'")).toBe(0);
  });
});

function codesOf({ userErrors }: Placed): string {
  return userErrors.map(({ code }) => code).join();
}
