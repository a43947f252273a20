import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { payAt } from '../payments/sandbox-process.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { boughtBy, pay, untilPaid } from '../shop/buy.ts';
import { letJobsRest } from '../shop/let-jobs-rest.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { countRows, readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

describeEachDialect('An Idempotency-Key', (open) => {
  let stores: TestStores;
  let test: TestShop;
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores);
  });
  afterAll(() => test.close());
  const count = (sql: string) => readNumber(stores.main, sql);

  it('makes 20 requests at once one order, one payment and one charge', async () => {
    const { variantId } = await shelve(test.shop, { units: 100 });
    const shopper = asShopper(test.url);
    await shopper.add(variantId, 2);
    const [input, key] = [buildOrderInput(), randomUUID()];

    const answers = await Promise.all(Array.from({ length: 20 }, () => shopper.place(input, key)));

    const [first] = answers;
    expect(new Set(answers.map(({ order }) => order?.number))).toEqual(new Set([first?.order?.number]));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const urls = new Set(answers.map(({ paymentUrl }) => paymentUrl).filter((url) => url !== null));
    expect(urls.size).toBe(1);
    // Each answer may be the one that arrives, so each has the link, and none makes another right to the order.
    expect(new Set(answers.map(({ trackingToken }) => trackingToken)).size).toBe(1);
    expect((await shopper.follow(first?.trackingToken ?? '')).number).toBe(first?.order?.number);
    expect(await count('select count(*) from order_link')).toBe(1);
    expect(await count('select count(*) from placed_order')).toBe(1);
    expect(await count('select count(*) from payment')).toBe(1);
    expect(await count('select stock from variant')).toBe(98);

    const [paymentUrl = ''] = urls;
    const statuses = await Promise.all(Array.from({ length: 5 }, () => payAt(paymentUrl)));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409]);
    if (first) await untilPaid(boughtBy(shopper, input, first));
    expect(await count('select sum(quantity) from sales_ledger')).toBe(2);
    expect(await count('select count(*) from tax_ledger')).toBe(1);
  });

  it('still gives the same order after it is paid, and charges nobody again', async () => {
    const { variantId } = await shelve(test.shop);
    const shopper = asShopper(test.url);
    await shopper.add(variantId);
    const [input, key] = [buildOrderInput(), randomUUID()];
    const bought = boughtBy(shopper, input, await shopper.place(input, key));
    await pay(bought);
    await untilPaid(bought);
    await letJobsRest(test.shop);
    const before = await countRows(stores);

    const again = await shopper.place(input, key);

    expect(again.order).toMatchObject({ number: bought.placed.order.number, state: 'PAID' });
    expect(again.paymentUrl).toBeNull();
    expect(again.trackingToken).toBe(bought.placed.trackingToken);
    const { 'log.access_entry': entries, 'log.leaf_salt': salts, ...rest } = before;
    expect(await countRows(stores)).toEqual({
      ...rest,
      // The entry of what this answer shows.
      'log.access_entry': (entries ?? 0) + 1,
      'log.leaf_salt': (salts ?? 0) + 1,
    });
  });

  it('is refused with other input, whatever differs, and nothing is stored', async () => {
    const { variantId } = await shelve(test.shop);
    const shopper = asShopper(test.url);
    await shopper.add(variantId);
    const [input, key] = [buildOrderInput(), randomUUID()];
    await shopper.place(input, key);
    await letJobsRest(test.shop);
    await shopper.add(variantId);
    const before = await countRows(stores);
    const others = [
      { ...input, email: 'someone-else@example.org' },
      { ...input, recipientName: 'Testo Beispiel' },
      { ...input, address: { ...input.address, addressLine2: 'Hinterhaus' } },
      { ...input, language: 'DE' as const },
    ];
    for (const other of others) {
      const { order, trackingToken, userErrors } = await shopper.place(other as typeof input, key);
      expect([order, trackingToken, userErrors.map(({ code }) => code)]).toEqual([
        null,
        null,
        ['IDEMPOTENCY_KEY_REUSED'],
      ]);
    }
    expect(await countRows(stores)).toEqual(before);
  });

  it("opens nobody else's order: it counts for one cart alone", async () => {
    const { variantId } = await shelve(test.shop);
    const [one, two] = [asShopper(test.url), asShopper(test.url)];
    await one.add(variantId);
    await two.add(variantId);
    const [input, key] = [buildOrderInput(), randomUUID()];
    const [first, second] = [await one.place(input, key), await two.place(input, key)];
    expect(second.order?.number).not.toBe(first.order?.number);
    expect(second.trackingToken).not.toBe(first.trackingToken);
  });

  it('that is none is a fault of the client, said without repeating it', async () => {
    const { variantId } = await shelve(test.shop);
    const shopper = asShopper(test.url);
    await shopper.add(variantId);
    const { errors, body } = await shopper.tryToPlace(buildOrderInput(), 'short');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(body).not.toContain('short');
    expect(test.logged()).not.toContain('Musterhausen');
  });
});
