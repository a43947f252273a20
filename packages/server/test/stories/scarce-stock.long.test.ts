import { expect, it } from 'vitest';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { boughtBy, pay, untilPaid } from '../shop/buy.ts';
import { openNeighbourOf, openShopOn } from '../shop/open-test-shop.ts';
import { readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const ROUNDS = 20;
const GUESTS = 50;
const UNITS = 37;

describeEachDialect('1,000 guests, 50 at once', (open, dialect) => {
  it('never get more than there is, of goods that they want in ones, twos and threes, and the ledgers add up', async () => {
    const stores = await open();
    const first = await openShopOn(stores);
    const shops = dialect === 'postgresql' ? [first, await openNeighbourOf(first, stores)] : [first];
    let sold = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, two] = [await shelve(first.shop, { units: UNITS }), await shelve(first.shop, { units: UNITS })];
      for (const { shop } of shops) await shop.catalogue.refresh();
      const wanted = await Promise.all(
        Array.from({ length: GUESTS }, async (_, guest) => {
          const shopper = asShopper(shops[guest % shops.length]?.url ?? '');
          // In either order, so that carts wait for each other's goods.
          for (const { variantId } of guest % 2 ? [one, two] : [two, one])
            await shopper.add(variantId, 1 + (guest % 3));
          return { shopper, input: buildOrderInput(), quantity: 2 * (1 + (guest % 3)) };
        }),
      );
      const answers = await Promise.all(
        wanted.map(async (guest) => ({ ...guest, placed: await guest.shopper.place(guest.input) })),
      );
      const served = answers.filter(({ placed }) => placed.order !== null);
      for (const { placed } of answers.filter(({ placed: { order } }) => order === null)) {
        expect(new Set(placed.userErrors.map(({ code }) => code))).toEqual(new Set(['OUT_OF_STOCK']));
      }
      const units = served.reduce((sum, { quantity }) => sum + quantity, 0);
      const left = await readNumber(
        stores.main,
        `select sum(stock) from variant where id in ('${one.variantId}', '${two.variantId}')`,
      );
      expect(units + left).toBe(2 * UNITS);
      // Whoever was refused wanted more than is left.
      expect(left / 2).toBeLessThan(3);
      await Promise.all(
        served.map(async ({ shopper, input, placed }) => {
          const bought = boughtBy(shopper, input, placed);
          await pay(bought);
          await untilPaid(bought);
        }),
      );
      sold += units;
    }
    expect(await readNumber(stores.main, 'select sum(quantity) from sales_ledger')).toBe(sold);
    expect(await readNumber(stores.main, 'select count(*) from stock_reservation')).toBe(0);
    expect(await readNumber(stores.main, 'select sum(net) + sum(tax) from tax_ledger')).toBe(
      await readNumber(stores.main, "select sum(total) from placed_order where state = 'PAID'"),
    );
    for (const shop of shops) await shop.close();
  }, 1_200_000);
});
