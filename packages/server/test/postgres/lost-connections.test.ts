import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeOptions } from '../../src/app/stores.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { shelve } from '../shop/shelve.ts';
import { until } from '../shop/until.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

describeEachDialect('A shop whose database ends connections inside transactions', (open, dialect) => {
  let stores: TestStores;
  let shop: TestShop;
  let variantId: string;
  beforeAll(async () => {
    stores = await open();
    shop = await openShopOn(stores);
    ({ variantId } = await shelve(shop.shop));
  });
  afterAll(() => shop.close());

  const placeOrders = async (count: number) => {
    const shoppers = Array.from({ length: count }, () => asShopper(shop.url));
    await Promise.all(shoppers.map((shopper) => shopper.add(variantId)));
    return shoppers.map((shopper) => shopper.tryToPlace(buildOrderInput()));
  };

  it('serves on with every connection of its pools', async () => {
    const { mainUrl, keysUrl, logUrl } = stores.urls;
    const places = [
      { name: 'main', url: mainUrl, table: 'variant', count: 6 },
      // What is asked of these by several at once is written together.
      { name: 'keys', url: keysUrl, table: 'subject_key', count: 1 },
      { name: 'log', url: logUrl, table: 'access_entry', count: 1 },
    ] as const;
    for (const { name, url, table, count } of places) {
      const { poolSize = 0 } = storeOptions(name, stores.urls);
      for (let ended = 0; ended < poolSize + 2 && dialect === 'postgresql'; ) {
        const { orders, killed } = await endWhileWaiting(url, table, count, () => placeOrders(count));
        ended += killed;
        // Whoever waited is told that it failed, or was served by another connection.
        for (const { status } of await Promise.all(orders)) expect(status).toBe(200);
      }
    }
    const answers = await Promise.all(await placeOrders(12));
    expect(answers.map(({ data }) => data?.placeOrder.order?.state)).toEqual(Array(12).fill('AWAITING_PAYMENT'));
  });
});

/** Locks a table, waits until so many wait for it, ends their connections and lets the table go. */
async function endWhileWaiting<Result>(url: string, table: string, count: number, begin: () => Promise<Result>) {
  // Inside a transaction the server shows who waits as it was at the first look.
  const [holder, watcher] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
  await Promise.all([holder.connect(), watcher.connect()]);
  try {
    await holder.query(`begin; lock table ${table} in exclusive mode`);
    const orders = await begin();
    const waiting = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await until(`${count} wait for ${table}`, async () => {
      const { rows } = await watcher.query<{ count: string }>(`select count(*) ${waiting}`);
      return Number(rows[0]?.count) >= count;
    });
    const { rowCount } = await watcher.query(`select pg_terminate_backend(pid) ${waiting}`);
    return { orders, killed: rowCount ?? 0 };
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
  }
}
