import { afterAll, beforeAll, expect, it } from 'vitest';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

/** Minor units: the most that a price can be. */
const PRICE = 20_000_000;

const LINES = '{ cart { subtotal { amount } lines { id quantity } } }';
const SET = `mutation ($lineId: ID!, $quantity: Int!) { setCartQuantity(lineId: $lineId, quantity: $quantity) {
  cart { subtotal { amount } } userErrors { code path } } }`;

interface ShownCart {
  readonly subtotal: { readonly amount: number };
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
}

describeEachDialect('More than can be paid at once', (open) => {
  let stores: TestStores;
  let shop: TestShop;
  beforeAll(async () => {
    stores = await open();
    shop = await openShopOn(stores);
  });
  afterAll(() => shop.close());

  it('does not fit into a cart, and is not ordered', async () => {
    const [{ variantId }, other] = [
      await shelve(shop.shop, { price: PRICE }),
      await shelve(shop.shop, { price: PRICE }),
    ];
    const shopper = asShopper(shop.url);
    const read = async () => (await shopper.ask<{ cart: ShownCart }>(LINES)).data?.cart;
    await expect(shopper.add(variantId, 99)).rejects.toThrow('ORDER_TOO_LARGE');
    expect(await readNumber(stores.main, 'select count(*) from cart')).toBe(0);

    await shopper.add(variantId, 4);
    await expect(shopper.add(other.variantId)).rejects.toThrow('ORDER_TOO_LARGE');
    const before = await read();
    const [line] = before?.lines ?? [];
    expect(before).toMatchObject({ subtotal: { amount: 4 * PRICE }, lines: [{ quantity: 4 }] });
    const set = async (quantity: number) => (await shopper.ask(SET, { lineId: line?.id, quantity })).data;
    expect(await set(99)).toEqual({
      setCartQuantity: {
        cart: { subtotal: { amount: 4 * PRICE } },
        userErrors: [{ code: 'ORDER_TOO_LARGE', path: ['quantity'] }],
      },
    });

    // As when prices rise after the cart was filled.
    await stores.main.em.getConnection().execute('update cart_line set quantity = 7');
    expect((await shopper.place(buildOrderInput())).userErrors).toMatchObject([{ code: 'ORDER_TOO_LARGE' }]);
    // Still too much, but less than it was.
    expect(await set(6)).toMatchObject({
      setCartQuantity: { cart: { subtotal: { amount: 6 * PRICE } }, userErrors: [] },
    });
    await set(4);
    const { order } = await shopper.place(buildOrderInput());
    expect(order?.subtotal.amount).toBe(4 * PRICE);
  });
});
