import { ApplyPromotionCodeArgs } from '@barrier/schema/cart/cart.args.ts';
import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CheckoutWorld, openCheckoutWorld, TESTA_INPUT } from '../../../test/checkout/open-checkout-world.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { applyPromotionCode } from '../cart/apply-promotion-code.ts';
import { Cart } from '../cart/cart.entity.ts';
import { Variant } from '../catalog/variant.entity.ts';
import { openOrderContent } from '../orders/open-order-content.ts';
import { Order } from '../orders/order.entity.ts';
import { Payment } from '../payments/payment.entity.ts';

const codes = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => `${code} ${path.join('.')}`.trim());

/** Tables that an order leaves rows in. */
const TABLES = ['placed_order', 'stock_reservation', 'subject', 'payment', 'order_link', 'placed_request', 'job'];

/** A guest of their own, so that no limit is met by accident. */
let guests = 0;
const guest = (input: Partial<PlaceOrderInput> = {}) => ({ email: `testa.${++guests}@example.com`, ...input });

describeEachDialect('placeOrder', (open, dialect) => {
  let world: CheckoutWorld;
  beforeAll(async () => {
    world = await openCheckoutWorld(await open());
  });
  afterAll(() => world.close());

  const filled = async (units = 10, quantity = 1, price = 2_900) => {
    const { variantId } = await world.stock(units, price);
    const browser = world.browser();
    await browser.add(variantId, quantity);
    return { browser, variantId };
  };
  const counts = async () =>
    Object.fromEntries(await Promise.all(TABLES.map(async (t) => [t, await world.rows(t)] as const)));
  const unitsOf = async (variantId: string) =>
    (await world.core.stores.main.em.fork().findOneOrFail(Variant, { id: variantId })).stock;

  it('places a guest’s order, sets its goods aside and empties the cart', async () => {
    const { browser, variantId } = await filled(10, 2);
    const { order, trackingToken, userErrors } = await browser.place(guest());
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({
      state: 'AWAITING_PAYMENT',
      countryCode: 'DE',
      subtotal: { amount: 5_800, currency: 'EUR' },
      shipping: { amount: 0 },
      total: { amount: 5_800 },
      includedTax: { amount: 926 },
      taxRate: 1_900,
      shippingTitle: 'Standard delivery',
    });
    expect(order?.number).toMatch(/^BR-[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/);
    expect(trackingToken).toMatch(/^[\w-]{43}$/);
    expect(await unitsOf(variantId)).toBe(8);
    expect((await browser.add(variantId)).cart.totalQuantity).toBe(1);
    const payment = await world.core.stores.main.em.fork().findOneOrFail(Payment, { amount: 5_800 });
    expect(payment).toMatchObject({ state: 'CREATED', currency: 'EUR' });
  });

  it('seals the lines with prices that add up to the cent, tax and discount included', async () => {
    const { browser } = await filled(10, 3, 1_111);
    await browser.add((await world.stock(10, 2_223)).variantId, 1);
    const code = Object.assign(new ApplyPromotionCodeArgs(), { code: 'WELCOME10' });
    await applyPromotionCode(browser.request(), code);
    const { order } = await browser.place(guest());
    const { id } = await world.core.stores.main.em.fork().findOneOrFail(Order, { number: order?.number });
    const { content } = await openOrderContent(world.core, id, 'test');
    const sum = (of: (line: NonNullable<typeof content>['lines'][number]) => number) =>
      (content?.lines ?? []).reduce((total, line) => total + of(line), 0);
    expect(order).toMatchObject({ subtotal: { amount: 5_556 }, discount: { amount: 556 }, total: { amount: 5_000 } });
    expect(sum(({ discount }) => discount)).toBe(556);
    expect(sum(({ linePrice }) => linePrice)).toBe(5_000);
    expect(sum(({ includedTax }) => includedTax)).toBe(order?.includedTax.amount);
    expect(content?.reservations).toHaveLength(2);
  });

  it('sells the last units once, however many want them', async () => {
    const { variantId } = await world.stock(7);
    const browsers = Array.from({ length: 50 }, () => world.browser());
    for (const browser of browsers) await browser.add(variantId);
    const answers = await Promise.all(browsers.map((browser) => browser.place(guest())));
    expect(answers.filter(({ order }) => order)).toHaveLength(7);
    const refused = answers.filter(({ order }) => !order);
    expect(new Set(refused.flatMap(codes).map((code) => code.split(' ')[0]))).toEqual(new Set(['OUT_OF_STOCK']));
    expect(await unitsOf(variantId)).toBe(0);
    const sql = 'select sum(quantity) as units from stock_reservation where variant_id = ?';
    const [row] = await world.core.stores.main.em.fork().execute<{ units: number | string }[]>(sql, [variantId]);
    expect(Number(row?.units)).toBe(7);
  });

  it('never waits in a circle when two carts want the same goods in another order', async () => {
    const goods = await Promise.all(Array.from({ length: 6 }, () => world.stock(100)));
    const browsers = Array.from({ length: 20 }, () => world.browser());
    for (const [at, browser] of browsers.entries()) {
      for (const { variantId } of at % 2 === 0 ? goods : [...goods].reverse()) await browser.add(variantId);
    }
    const answers = await Promise.all(browsers.map((browser) => browser.place(guest())));
    expect(answers.every(({ order }) => order)).toBe(true);
  });

  it('gives the same order and the same link to a repeated request', async () => {
    const { browser } = await filled();
    const input = guest();
    const first = await browser.place(input, 'key-of-a-request');
    const again = await browser.place(input, 'key-of-a-request');
    expect(again.userErrors).toEqual([]);
    expect(again.order?.number).toBe(first.order?.number);
    expect(again.trackingToken).toMatch(/^[\w-]{43}$/);
    expect(again.trackingToken).toBe(first.trackingToken);
  });

  it('places one order for many equal requests at the same time', async () => {
    const { browser, variantId } = await filled(10);
    const input = guest();
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.place(input, 'key-of-many-requests')));
    expect(answers.flatMap(codes)).toEqual([]);
    expect(new Set(answers.map(({ order }) => order?.number)).size).toBe(1);
    expect(await unitsOf(variantId)).toBe(9);
  });

  it('orders a cart once, whoever else orders it at the same time', async () => {
    const { browser, variantId } = await filled(10, 2);
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.place(guest())));
    expect(answers.filter(({ order }) => order)).toHaveLength(1);
    expect(new Set(answers.flatMap(codes))).toEqual(new Set(['CART_EMPTY']));
    expect(await unitsOf(variantId)).toBe(8);
  });

  it('refuses a key that comes with other input, and knows no key of another cart', async () => {
    const { browser, variantId } = await filled();
    const input = guest();
    await browser.place(input, 'key-used-twice');
    await browser.add(variantId);
    expect(codes(await browser.place({ ...input, recipientName: 'Tester Beispiel' }, 'key-used-twice'))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    const other = (await filled()).browser;
    expect(codes(await other.place(guest(), 'key-used-twice'))).toEqual([]);
    await expect(other.place(guest(), 'Müller')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('forgets a key after a day', async () => {
    const { browser, variantId } = await filled();
    const input = guest();
    const first = await browser.place(input, 'key-of-yesterday');
    world.clock.advance(86_400_001);
    await browser.add(variantId);
    const next = await browser.place(input, 'key-of-yesterday');
    expect(next.order?.number).not.toBe(first.order?.number);
  });

  it('lets a mailbox have five unpaid orders, whatever +tag its address has, also when they come at once', async () => {
    const [name, domain] = guest().email.split('@');
    const browsers = await Promise.all(Array.from({ length: 9 }, async () => (await filled()).browser));
    const variants = [
      `${name}@${domain}`,
      `${name}@${domain}`.toUpperCase(),
      `${name}+1@${domain}`,
      `${name}+a+b@${domain}`,
    ];
    const answers = await Promise.all(
      browsers.map((browser, at) => browser.place({ email: variants[at % variants.length] as string })),
    );
    expect(answers.filter(({ order }) => order)).toHaveLength(5);
    expect(new Set(answers.flatMap(codes))).toEqual(new Set(['TOO_MANY_UNPAID_ORDERS email']));
    const other = { email: `${name}.else+1@${domain}` };
    expect(codes(await (await filled()).browser.place(other))).toEqual([]);
  });

  it('counts only orders that keep goods: with the lapse of one the mailbox may order again', async () => {
    const { email } = guest();
    for (let order = 0; order < 5; order += 1) {
      expect(codes(await (await filled()).browser.place({ email }))).toEqual([]);
    }
    const { browser } = await filled();
    expect(codes(await browser.place({ email }))).toEqual(['TOO_MANY_UNPAID_ORDERS email']);
    const em = world.core.stores.main.em.fork();
    const emailIndex = world.core.blindIndex.ofEmail('order.email', email);
    const [first] = await em.find(Order, { emailIndex }, { orderBy: { placedAt: 'asc' }, limit: 1 });
    await em.nativeUpdate(Order, { id: first?.id }, { state: 'LAPSED' });
    expect(codes(await browser.place({ email }))).toEqual([]);
    expect(codes(await (await filled()).browser.place({ email }))).toEqual(['TOO_MANY_UNPAID_ORDERS email']);
  });

  it('leaves nothing behind when it refuses', async () => {
    const { browser, variantId } = await filled(3, 3);
    const rival = world.browser();
    await rival.add(variantId, 1);
    await browser.add((await world.stock(5)).variantId, 2);
    await rival.place(guest());
    const before = await counts();
    const { cart } = await browser.add('none');
    expect(codes(await browser.place(guest()))).toEqual([`OUT_OF_STOCK cart.${cart.lines[0]?.id}`]);
    expect(await counts()).toEqual(before);
    expect((await browser.add('none')).cart.totalQuantity).toBe(5);
    const stored = await world.core.stores.main.em.fork().count(Cart, {});
    expect(stored).toBeGreaterThan(0);
  });

  it('takes nothing if the total is another than the one shown', async () => {
    const { browser } = await filled(10, 1, 2_900);
    expect(codes(await browser.place(guest({ expectedTotal: 2_900 })))).toEqual(['PRICE_CHANGED expectedTotal']);
    expect(codes(await browser.place(guest({ expectedTotal: 3_390 })))).toEqual([]);
  });

  it('has no order without a cart', async () => {
    expect(codes(await world.browser().place(guest()))).toEqual(['CART_EMPTY']);
    expect(codes(await world.browser().place(guest(), 'a-key-without-cart'))).toEqual(['CART_EMPTY']);
  });

  describe('asks for no more than is needed', () => {
    it('takes an order without a phone number, and refuses one where no carrier calls (P2.1)', async () => {
      const { browser } = await filled();
      const refused = await browser.place(guest({ phone: '030 23125 123' }));
      expect(codes(refused)).toEqual(['PHONE_NOT_NEEDED phone']);
      const { order } = await browser.place(guest());
      const { phone } = await world.core.stores.main.em.fork().findOneOrFail(Order, { number: order?.number });
      expect(phone).toBeNull();
    });

    it('needs a phone number that can be dialled for express delivery', async () => {
      const { browser } = await filled();
      const express = (phone: string | null) => browser.place(guest({ shippingOptionId: 'express', phone }));
      expect(codes(await express(null))).toEqual(['REQUIRED phone']);
      expect(codes(await express('12'))).toEqual(['INVALID_PHONE phone']);
      expect(codes(await express('030 23125 123'))).toEqual([]);
    });

    it('says all that is to be mended at once, in the language of the request, without the values', async () => {
      const { browser } = await filled();
      const answer = await browser.place({
        language: 'DE',
        email: 'testa at example.com',
        recipientName: ' ',
        address: {
          countryCode: 'DE',
          addressLine1: 'Musterweg 1',
          postalCode: '123',
          city: '',
          administrativeArea: 'Bayern',
        },
      });
      expect(codes(answer).sort()).toEqual([
        'INVALID_EMAIL email',
        'INVALID_POSTAL_CODE address.postalCode',
        'NOT_USED address.administrativeArea',
        'REQUIRED address.city',
        'REQUIRED recipientName',
      ]);
      expect(JSON.stringify(answer.userErrors)).not.toMatch(/testa|Bayern|123|Musterweg/);
      expect(answer.userErrors.every(({ message }) => /Bitte|keine|nicht/.test(message))).toBe(true);
    });

    it('knows where it delivers, and how', async () => {
      const { browser } = await filled();
      const address = (countryCode: string) => ({ countryCode, addressLine1: 'Test 1' });
      expect(codes(await browser.place(guest({ address: address('BR') })))).toContain(
        'UNSUPPORTED_COUNTRY address.countryCode',
      );
      expect(codes(await browser.place(guest({ shippingOptionId: 'drone' })))).toEqual([
        'SHIPPING_UNKNOWN shippingOptionId',
      ]);
    });

    it('sells in the currency of the destination', async () => {
      const { browser } = await filled();
      const address = { countryCode: 'GB', addressLine1: '1 Test Street', city: 'Testford', postalCode: 'SW1A 1AA' };
      const { order } = await browser.place(guest({ address }));
      expect(order).toMatchObject({ total: { amount: 3_295, currency: 'GBP' }, taxRate: 2_000 });
    });
  });

  describe('guards what comes in', () => {
    const card = '4111 1111 1111 1111';
    const fields: [string, Partial<PlaceOrderInput>][] = [
      ['email', { email: `${card.replaceAll(' ', '')}@example.com` }],
      ['recipientName', { recipientName: `Testa ${card}` }],
      ['phone', { phone: card }],
      ['shippingOptionId', { shippingOptionId: card }],
      ...(
        ['addressLine1', 'addressLine2', 'dependentLocality', 'city', 'administrativeArea', 'postalCode'] as const
      ).map((key): [string, Partial<PlaceOrderInput>] => [
        `address.${key}`,
        { address: { ...TESTA_INPUT.address, [key]: `no. ${card}` } },
      ]),
    ];

    it.each(fields)('refuses a card number in %s before anything is stored (P2.4)', async (path, input) => {
      const { browser } = await filled();
      const before = await counts();
      const keys = await world.core.stores.keys.em.fork().execute('select count(*) as n from subject_key');
      const answer = await browser.place(guest(input));
      expect(codes(answer)).toEqual([`PAYMENT_CARD_REFUSED ${path}`]);
      expect(JSON.stringify(answer)).not.toContain('4111');
      expect(await counts()).toEqual(before);
      expect(await world.core.stores.keys.em.fork().execute('select count(*) as n from subject_key')).toEqual(keys);
    });

    it('refuses a card number that only two neighbouring fields hold, in the later one', async () => {
      const { browser } = await filled();
      const { address } = TESTA_INPUT;
      const lines = { address: { ...address, addressLine1: '4111 1111', addressLine2: '1111 1111' } };
      expect(codes(await browser.place(guest(lines)))).toEqual(['PAYMENT_CARD_REFUSED address.addressLine2']);
      const name = { recipientName: 'Testa 41111111', address: { ...address, addressLine1: '11111111' } };
      expect(codes(await browser.place(guest(name)))).toEqual(['PAYMENT_CARD_REFUSED address.addressLine1']);
      const station = { ...address, addressLine1: 'Packstation 401', addressLine2: '1234567890' };
      expect(codes(await browser.place(guest({ address: station })))).toEqual([]);
    });

    it('refuses an identity number and a mask that comes back', async () => {
      const { browser } = await filled();
      expect(codes(await browser.place(guest({ recipientName: 'Testa, SSN 536-90-4399' })))).toEqual([
        'NATIONAL_ID_REFUSED recipientName',
      ]);
      expect(codes(await browser.place(guest({ email: '•••••@•••••' })))).toEqual(['MASKED_VALUE email']);
    });
  });

  it('keeps every value sealed: the rows of an order hold none, and no goods', async () => {
    const { browser, variantId } = await filled(10, 1);
    const input = guest({ shippingOptionId: 'express', phone: '030 23125 123' });
    const { order } = await browser.place(input, 'key-of-the-scan');
    const em = world.core.stores.main.em.fork();
    const { id } = await em.findOneOrFail(Order, { number: order?.number });
    const ofOrder = await Promise.all([
      em.execute('select * from placed_order where id = ?', [id]),
      em.execute('select * from payment where order_id = ?', [id]),
      em.execute('select * from order_link where order_id = ?', [id]),
      em.execute('select * from placed_request where order_id = ?', [id]),
    ]);
    const text = ofOrder
      .flat()
      .flatMap((row) => Object.values(row as Record<string, unknown>))
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
      .join('\n');
    for (const secret of [
      'Testa',
      'Mustermann',
      'Musterweg',
      'Musterhausen',
      '10115',
      '23125123',
      'example.com',
      variantId,
    ]) {
      expect(text).not.toContain(secret);
    }
    const reserved = await em.execute('select * from stock_reservation where variant_id = ?', [variantId]);
    expect(JSON.stringify(reserved)).not.toContain(id);
    expect(JSON.stringify(reserved)).not.toMatch(/\d\d:\d\d/);
  });

  if (dialect === 'sqlite') {
    it('keeps reservations and ledgers in no order of insertion (D4)', async () => {
      const tables = await world.core.stores.main.em
        .fork()
        .execute<{ name: string; sql: string }[]>("select name, sql from sqlite_master where type = 'table'");
      const unordered = tables.filter(({ sql }) => /without rowid/i.test(sql)).map(({ name }) => name);
      expect(unordered.sort()).toEqual(['reduced_order', 'sales_ledger', 'stock_reservation', 'tax_ledger']);
    });
  }
});
