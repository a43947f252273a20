import { ApplyPromotionCodeArgs, SetCartQuantityArgs } from '@barrier/schema/cart/cart.args.ts';
import { LocaleArgs } from '@barrier/schema/catalog/product.args.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, type CheckoutWorld, openCheckoutWorld } from '../../../test/checkout/open-checkout-world.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { applyPromotionCode } from './apply-promotion-code.ts';
import { Cart } from './cart.entity.ts';
import { CartLine } from './cart-line.entity.ts';
import { setCartQuantity } from './set-cart-quantity.ts';
import { showCart } from './show-cart.ts';

const show = (browser: Browser, locale: Partial<LocaleArgs> = {}) =>
  showCart(browser.request(), Object.assign(new LocaleArgs(), locale));
const setQuantity = (browser: Browser, lineId: string, quantity: number) =>
  setCartQuantity(browser.request(), Object.assign(new SetCartQuantityArgs(), { lineId, quantity }));
const applyCode = (browser: Browser, code: string | null) =>
  applyPromotionCode(browser.request(), Object.assign(new ApplyPromotionCodeArgs(), { code }));
const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

describeEachDialect('A cart', (open) => {
  let world: CheckoutWorld;
  beforeAll(async () => {
    world = await openCheckoutWorld(await open());
  });
  afterAll(() => world.close());

  it('is made by the first thing put into it and found again by its token alone', async () => {
    const { variantId } = await world.stock(10, 2_900);
    const browser = world.browser();
    const first = await browser.add(variantId, 2);
    expect(first.cartToken).toMatch(/^[\w-]{43}$/);
    expect(browser.cartToken).toBe(first.cartToken);
    const second = await browser.add(variantId);
    expect(second.cartToken).toBeNull();
    expect(await show(browser)).toMatchObject({
      totalQuantity: 3,
      subtotal: { amount: 8_700, currency: 'EUR' },
      lines: [{ quantity: 3, available: true }],
    });
    expect((await show(world.browser())).lines).toEqual([]);
  });

  it('keeps no token, no person and no time of day', async () => {
    const { variantId } = await world.stock(10);
    const browser = world.browser();
    await browser.add(variantId);
    const em = world.core.stores.main.em.fork();
    const [cart] = await em.find(Cart, {}, { limit: 1 });
    expect(Object.keys(cart ?? {}).sort()).toEqual(['id', 'promotionCode', 'tokenHash', 'updatedOn']);
    expect(cart?.updatedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(JSON.stringify(await em.find(Cart, {}))).not.toContain(browser.cartToken);
    // Version 7 would tell the millisecond.
    const lines = await em.find(CartLine, {}, { fields: ['id', 'cart'] });
    expect(lines.flatMap(({ id, cart: { id: cartId } }) => [id[14], cartId[14]]).every((v) => v === '4')).toBe(true);
  });

  it('sets the quantity to what is left, and says so in the language of the request', async () => {
    const { variantId } = await world.stock(3);
    const browser = world.browser();
    const added = await browser.add(variantId, 5, 'DE');
    expect(codes(added)).toEqual(['NOT_ENOUGH']);
    expect(added.userErrors[0]?.message).toMatch(/nicht da/);
    expect(added.cart.lines).toMatchObject([{ quantity: 3 }]);
    expect((await browser.add(variantId, 1, 'ZH')).userErrors[0]?.message).toMatch(/库存/);
  });

  it('takes at most 99 of one article, and 50 articles', async () => {
    const { variantId } = await world.stock(1_000);
    const browser = world.browser();
    const added = await browser.add(variantId, 100);
    expect(codes(added)).toEqual(['QUANTITY_LIMIT']);
    expect(added.cart.totalQuantity).toBe(99);
    for (let article = 0; article < 49; article++) await browser.add((await world.stock(1)).variantId);
    const full = await browser.add((await world.stock(1)).variantId);
    expect(codes(full)).toEqual(['CART_FULL']);
    expect(full.cart.lines).toHaveLength(50);
  });

  it('refuses what is not sold, and numbers that are none', async () => {
    const { variantId } = await world.stock(10);
    const browser = world.browser();
    expect(codes(await browser.add('no-such-variant'))).toEqual(['NOT_SOLD']);
    expect(codes(await browser.add(variantId, 0))).toEqual(['QUANTITY_INVALID']);
    expect(codes(await browser.add((await world.stock(0)).variantId))).toEqual(['OUT_OF_STOCK']);
    expect((await show(browser)).lines).toEqual([]);
  });

  it('keeps the order in which things were added, and loses a line at quantity 0', async () => {
    const [first, second, third] = [await world.stock(9), await world.stock(9), await world.stock(9)];
    const browser = world.browser();
    for (const { variantId } of [first, second, third]) await browser.add(variantId);
    await browser.add(first.variantId);
    const { lines } = await show(browser);
    expect(lines.map(({ variant }) => variant.id)).toEqual([first.variantId, second.variantId, third.variantId]);
    const changed = await setQuantity(browser, lines[1]?.id ?? '', 0);
    expect(changed.cart.lines.map(({ variant }) => variant.id)).toEqual([first.variantId, third.variantId]);
    expect(codes(await setQuantity(browser, lines[1]?.id ?? '', 2))).toEqual(['LINE_GONE']);
    expect(codes(await setQuantity(browser, lines[1]?.id ?? '', 0))).toEqual([]);
  });

  it('changes no other cart, whatever line is named', async () => {
    const { variantId } = await world.stock(10);
    const [mine, yours] = [world.browser(), world.browser()];
    await mine.add(variantId, 2);
    await yours.add(variantId, 3);
    const [line] = (await show(yours)).lines;
    expect(codes(await setQuantity(mine, line?.id ?? '', 9))).toEqual(['LINE_GONE']);
    expect((await show(yours)).totalQuantity).toBe(3);
  });

  it('counts every one of many additions at the same time', async () => {
    const { variantId } = await world.stock(99);
    const browser = world.browser();
    await browser.add(variantId);
    await Promise.all(Array.from({ length: 20 }, () => browser.add(variantId)));
    expect((await show(browser)).totalQuantity).toBe(21);
  });

  it('takes a promotion code, shows what is missing to free delivery, and forgets the code when asked', async () => {
    const { variantId } = await world.stock(10, 2_995);
    const browser = world.browser();
    await browser.add(variantId);
    const applied = await applyCode(browser, ' welcome10 ');
    expect(applied.cart).toMatchObject({
      promotionCode: 'WELCOME10',
      discount: { amount: 300 },
      total: { amount: 2_695 },
      freeShippingRemaining: { amount: 2_205 },
    });
    expect((await applyCode(browser, null)).cart).toMatchObject({ promotionCode: null, discount: { amount: 0 } });
  });

  it('keeps a code whose smallest amount is not reached, and no code that does not exist', async () => {
    const { variantId } = await world.stock(10, 1_500);
    const browser = world.browser();
    await browser.add(variantId);
    expect(codes(await applyCode(browser, 'WELCOME10'))).toEqual(['PROMOTION_MINIMUM']);
    expect((await show(browser)).promotionCode).toBeNull();
    expect((await browser.add(variantId)).cart).toMatchObject({
      promotionCode: 'WELCOME10',
      discount: { amount: 300 },
    });
    expect(codes(await applyCode(browser, 'Testa Mustermann'))).toEqual(['PROMOTION_UNKNOWN']);
    const stored = await world.core.stores.main.em.fork().find(Cart, {});
    expect(JSON.stringify(stored)).not.toMatch(/mustermann/i);
  });
});
