import { afterAll, beforeAll, expect, it } from 'vitest';
import { shuffleBooks } from '../../src/features/orders/shuffle-books.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buy, order } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { GOODS_SIDE, orderSide, readMarks } from '../shop/read-marks.ts';
import { readRows, type StoredRow } from '../shop/read-rows.ts';
import { type Shelved, shelve } from '../shop/shelve.ts';
import { holdsAny, rowsLedToBy } from '../shop/trace-rows.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

describeEachDialect('From an order', (open, dialect) => {
  let stores: TestStores;
  let test: TestShop;
  let rows: StoredRow[];
  let written: StoredRow[];
  let goods: string[];
  let orders: StoredRow[];
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores);
    const shelf: Shelved[] = [];
    for (let products = 0; products < 3; products += 1) shelf.push(await shelve(test.shop));
    goods = shelf.flatMap(({ productId, variantId, handle, sku }) => [productId, variantId, handle, sku]);
    const [one, two, three] = shelf.map(({ variantId }) => variantId) as [string, string, string];
    // Somebody who has not ordered yet: their cart does hold goods.
    await asShopper(test.url).add(three);
    const before = new Set((await everyRow()).map(keyOf));

    await buy(test, [one, two]);
    await order(test, [two]);
    const undecided = await order(test, [three]);
    await undecided.shopper.add(one);

    rows = await everyRow();
    written = rows.filter((row) => !before.has(keyOf(row)));
    orders = rows.filter(({ table }) => table === 'placed_order');
  });
  afterAll(() => test.close());
  const everyRow = async () => (await Promise.all([stores.main, stores.keys, stores.log].map(readRows))).flat();

  it('no row leads to a product, by equal values or by times finer than a day, over however many steps', () => {
    expect(orders).toHaveLength(3);
    for (const start of orders) {
      const reached = rowsLedToBy(start, rows);
      // It does lead somewhere: to its payment, its links and its person's key and log.
      const tables = new Set(reached.map(({ table }) => table));
      expect([...tables]).toEqual(
        expect.arrayContaining(['payment', 'order_link', 'subject', 'subject_key', 'access_entry']),
      );
      expect(reached.filter((row) => holdsAny(row, goods)).map(({ table }) => table)).toEqual([]);
    }
  });

  it('no row that its placing or paying wrote names goods beside anything but a day and a number', () => {
    const named = written.filter((row) => holdsAny(row, goods) && row.table !== 'cart_line');
    expect(new Set(named.map(({ table }) => table))).toEqual(new Set(['sales_ledger', 'stock_reservation', 'variant']));
    for (const { table, columns } of named.filter((row) => row.table !== 'variant')) {
      const { id, variant_id: _goods, day, reserved_on, quantity, from_stock, ...more } = columns;
      expect(more, table).toEqual({});
      expect(String(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
      expect(String(day ?? reserved_on)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect([quantity, Number(from_stock ?? 1)]).toEqual([1, 1]);
    }
  });

  if (dialect === 'postgresql') {
    it('no transaction that wrote a row leads to goods, once the books were shuffled; the shop does that by itself', async () => {
      const { main } = stores;
      const shared = async () => {
        const ofOrders = await readMarks(main, await orderSide(main));
        return [...(await readMarks(main, GOODS_SIDE))].filter((mark) => ofOrders.has(mark));
      };
      expect((await shared()).length).toBeGreaterThan(0);
      await shuffleBooks(main, new Date());
      expect(await shared()).toEqual([]);
      expect(await orderSide(main)).toEqual(
        expect.arrayContaining(['placed_order', 'payment', 'subject', 'order_link', 'job', 'mail', 'cart']),
      );
      expect(rows.filter(({ columns }) => columns.kind === 'shuffle-books')).toHaveLength(1);
    });
  }

  if (dialect === 'sqlite') {
    it('no table keeps in which order the rows came that name goods', async () => {
      const named = new Set(written.filter((row) => holdsAny(row, goods)).map(({ table }) => table));
      // Rows of the catalogue and of carts came before any order, and stand where they stood.
      for (const table of [...named, 'tax_ledger'].filter((name) => name !== 'variant' && name !== 'cart_line')) {
        await expect(stores.main.em.getConnection().execute(`select rowid from ${table}`), table).rejects.toThrow(
          /no such column: rowid/,
        );
      }
    });
  }
});

/** A row with what it holds, so that one that changed is another. */
function keyOf({ table, columns }: StoredRow): string {
  return `${table} ${JSON.stringify(columns)}`;
}
