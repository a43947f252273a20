import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CheckoutWorld, openCheckoutWorld } from '../../../test/checkout/open-checkout-world.ts';
import { stockOf } from '../../../test/payments/open-payment-world.ts';
import { GOODS_SIDE, orderSide, readMarks } from '../../../test/shop/read-marks.ts';
import { until } from '../../../test/shop/until.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { applyConfirm, prepareConfirm } from './confirm-order.ts';
import { Order } from './order.entity.ts';
import { applyRelease, prepareRelease } from './release-order.ts';
import { shuffleBooks } from './shuffle-books.ts';

const DAY_MS = 86_400_000;

let guests = 0;

describeEachDialect('Books that are shuffled', (open, dialect) => {
  let stores: TestStores;
  let world: CheckoutWorld;
  beforeAll(async () => {
    stores = await open();
    world = await openCheckoutWorld(stores);
    // Noon: in the first hour of a day the books' day is still the one before.
    const sinceMidnight = world.clock.now().getTime() % DAY_MS;
    world.clock.advance((sinceMidnight < DAY_MS / 2 ? DAY_MS / 2 : (3 * DAY_MS) / 2) - sinceMidnight);
  });
  afterAll(() => world.close());

  const em = () => stores.main.em.fork();
  const ask = <Row extends object>(sql: string) => stores.main.em.getConnection().execute<Row[]>(sql);
  const shuffle = () => shuffleBooks(stores.main, world.clock.now());
  const place = async (units = 10) => {
    const { variantId } = await world.stock(units);
    return placeOf(variantId);
  };
  const placeOf = async (variantId: string) => {
    const browser = world.browser();
    await browser.add(variantId, 2);
    const { order, userErrors } = await browser.place({ email: `testa.shuffled${++guests}@example.com` });
    if (!order) throw new Error(JSON.stringify(userErrors));
    const { id: orderId } = await em().findOneOrFail(Order, { number: order.number });
    return { orderId, variantId };
  };
  const confirm = async (orderId: string) => {
    const prepared = await prepareConfirm(world.core, orderId);
    return em().transactional((tx) => applyConfirm(tx, prepared, world.clock.now(), 'Europe/Berlin'));
  };
  const release = async (orderId: string) => {
    const prepared = await prepareRelease(world.core, orderId);
    return em().transactional((tx) => applyRelease(tx, prepared, 'LAPSED', world.clock.now()));
  };
  const placeAndPay = async (count: number) => {
    const paid: string[] = [];
    for (let placed = 0; placed < count; placed += 1) {
      const { orderId, variantId } = await place();
      await confirm(orderId);
      paid.push(variantId);
    }
    return paid;
  };
  const sums = () =>
    ask(
      'select day, country_code, tax_rate, sum(net) as net, sum(tax) as tax from tax_ledger group by 1, 2, 3 order by 1',
    );

  it('add up to the cent, to the unit and to the reservation, and no longer tell in which order was paid', async () => {
    await place();
    const paid = await placeAndPay(12);
    const before = { sums: await sums(), reserved: await ask('select * from stock_reservation order by id') };
    const order = async () => (dialect === 'sqlite' ? orderInFile() : orderOfRows());
    // The test sees what it looks for.
    expect([paid, [...paid].reverse()]).toContainEqual(await order());
    await shuffle();
    const after = await order();
    expect([paid, [...paid].reverse()]).not.toContainEqual(after);
    expect(after.toSorted()).toEqual(paid.toSorted());
    expect({ sums: await sums(), reserved: await ask('select * from stock_reservation order by id') }).toEqual(before);
    for (const variantId of paid)
      expect(await stockOf(world.core, variantId)).toEqual({ shelf: 8, reserved: 0, sold: 2 });
  });
  const orderOfRows = async () =>
    (await ask<{ variant_id: string }>('select variant_id from sales_ledger')).map(({ variant_id }) => variant_id);
  /** Goods of the ledger in the order in which their rows' bytes lie in the file. */
  const orderInFile = async () => {
    await ask('pragma wal_checkpoint(truncate)');
    const file = readFileSync(join(stores.dataDir, 'main.db'));
    const rows = await ask<{ id: string; variant_id: string }>('select id, variant_id from sales_ledger');
    const places = rows.map(({ id, variant_id }) => ({ variant_id, at: file.lastIndexOf(id) }));
    return places.toSorted((a, b) => a.at - b.at).map(({ variant_id }) => variant_id);
  };

  it('keep the units of every variant while orders are placed, paid and released', async () => {
    const { variantId } = await world.stock(1_000);
    const placed = await Promise.all(Array.from({ length: 16 }, () => placeOf(variantId)));
    let working = true;
    const shuffling = (async () => {
      let runs = 0;
      for (; working || runs < 2; runs += 1) await shuffle();
      return runs;
    })();
    const [first, second] = [placed.slice(0, 8), placed.slice(8)];
    await Promise.all([
      ...first.map(({ orderId }) => confirm(orderId)),
      ...second.map(({ orderId }) => release(orderId)),
      ...Array.from({ length: 4 }, () => placeOf(variantId)),
    ]);
    working = false;
    expect(await shuffling).toBeGreaterThan(1);
    expect(await stockOf(world.core, variantId)).toEqual({ shelf: 976, reserved: 8, sold: 16 });
  });

  if (dialect === 'sqlite') return;

  /** The marks of transactions that any version of a row still bears, also one that was deleted. */
  const marksInPages = async (tables: string[]) => {
    await ask('create extension if not exists pageinspect');
    const marks = new Set<string>();
    for (const table of tables) {
      const items = await ask<{ xmin: string; xmax: string }>(
        `select t_xmin::text as xmin, t_xmax::text as xmax
           from generate_series(0, pg_relation_size('${table}') / current_setting('block_size')::int - 1) page,
                heap_page_items(get_raw_page('${table}', page::int)) where t_xmin is not null`,
      );
      for (const { xmin, xmax } of items) marks.add(xmin).add(xmax);
    }
    marks.delete('0');
    return marks;
  };

  it('bear no mark of a transaction that wrote an order, nor do rows that are gone', async () => {
    await placeAndPay(3);
    const { orderId } = await place();
    await release(orderId);
    const both = async () => {
      const orders = await readMarks(stores.main, await orderSide(stores.main));
      const goods = await marksInPages([...GOODS_SIDE, 'cart_line']);
      return [...goods].filter((mark) => orders.has(mark));
    };
    // The test sees what it looks for.
    expect((await both()).length).toBeGreaterThan(3);
    // Another session, such as PostgreSQL's own statistics, may still see what is gone; the next run clears it away.
    await until('no mark of an order is left', async () => {
      await shuffle();
      return (await both()).length === 0;
    });
  });

  it('mix a sale with all of its day, are left alone without news, and done with when the day is over', async () => {
    const [early = ''] = await placeAndPay(1);
    await shuffle();
    const [late = ''] = await placeAndPay(1);
    await shuffle();
    const marks = async (variants: string[]) => {
      const list = variants.map((id) => `'${id}'`).join();
      const rows = await ask<{ xmin: string }>(
        `select xmin::text from sales_ledger where variant_id in (${list})
           union select xmin::text from variant where id in (${list})`,
      );
      return rows.map(({ xmin }) => xmin);
    };
    const mixed = await marks([early, late]);
    expect(mixed).toHaveLength(1);
    await shuffle();
    expect(await marks([early, late])).toEqual(mixed);

    world.clock.advance(DAY_MS);
    const [tomorrow = ''] = await placeAndPay(1);
    await shuffle();
    // Until now its day could still have been written to.
    const closed = await marks([early, late]);
    expect(await marks([tomorrow])).toEqual(closed);
    const [tomorrowToo = ''] = await placeAndPay(1);
    await shuffle();
    expect(await marks([early, late])).toEqual(closed);
    const ofToday = await ask<{ xmin: string }>(
      `select distinct xmin::text from sales_ledger where variant_id in ('${tomorrow}', '${tomorrowToo}')`,
    );
    expect(ofToday).toHaveLength(1);
    expect(ofToday[0]?.xmin).not.toBe(closed[0]);
  });

  it('are shuffled from the beginning where the transactions of their note are unknown, as in a restored copy', async () => {
    await shuffle();
    await ask("update book_shuffle set since = '999999999', begun_by = '999999999', shuffled_by = '999999999'");
    await shuffle();
    const [{ marks, own } = { marks: 0, own: '' }] = await ask<{ marks: string; own: string }>(
      'select count(distinct xmin::text) as marks, min(xmin::text) as own from sales_ledger',
    );
    expect(Number(marks)).toBe(1);
    expect(await ask(`select 1 as here from book_shuffle where shuffled_by = '${own}'`)).toHaveLength(1);
  });

  it('give back what is released at the very moment its reservation is written anew', async () => {
    const { orderId, variantId } = await place();
    await placeAndPay(1);
    const standing = async () => {
      const [row] = await ask<{ sessions: string }>(
        "select count(*) as sessions from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return Number(row?.sessions);
    };
    let shuffling: Promise<void> | undefined;
    let releasing: Promise<string[]> | undefined;
    // Somebody holds a row of the ledger, so that the shuffle stands between its reservations and its end.
    await em().transactional(async (tx) => {
      await tx.execute('select 1 from sales_ledger for update');
      shuffling = shuffle();
      await until('the shuffle stands', async () => (await standing()) === 1);
      releasing = release(orderId);
      await until('the release stands', async () => (await standing()) === 2);
    });
    await shuffling;
    expect(await releasing).toEqual([variantId]);
    expect(await stockOf(world.core, variantId)).toEqual({ shelf: 10, reserved: 0, sold: 0 });
  });
});
