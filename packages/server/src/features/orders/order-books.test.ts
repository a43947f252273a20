import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Category } from '@barrier/schema/privacy/category.ts';
import { LONGEST_RETENTION_DAYS, RETENTION } from '@barrier/schema/privacy/retention.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CheckoutWorld, openCheckoutWorld } from '../../../test/checkout/open-checkout-world.ts';
import { stockOf } from '../../../test/payments/open-payment-world.ts';
import { describeEachDialect, type TestStores } from '../../../test/stores/describe-dialects.ts';
import { eraseSubject } from '../../privacy/erasure/erase-subject.ts';
import { unregisteredSealedProperties } from '../../privacy/registry/unregistered-sealed-properties.ts';
import { sweepCheckout } from '../checkout/sweep-checkout.ts';
import { Payment } from '../payments/payment.entity.ts';
import { SalesLedger } from '../stock/sales-ledger.entity.ts';
import { applyConfirm, prepareConfirm } from './confirm-order.ts';
import { keptUntil } from './kept-until.ts';
import { Order } from './order.entity.ts';
import { isFinal, mayBecome } from './order-lifecycle.ts';
import { OrderTransitionError } from './order-transition.ts';
import { ReducedOrder } from './reduced-order.entity.ts';
import { applyRefund } from './refund-order.ts';
import { applyRelease, prepareRelease } from './release-order.ts';
import { applyReserveAgain } from './reserve-order-again.ts';
import { TaxLedger } from './tax-ledger.entity.ts';

const DAY_MS = 86_400_000;

describe('The lifecycle of an order', () => {
  it('pays back what was paid too late, and ends there', () => {
    expect(mayBecome('LAPSED', 'PAID')).toBe(true);
    expect(mayBecome('LAPSED', 'REFUNDED')).toBe(true);
    expect(mayBecome('CANCELLED', 'REFUNDED')).toBe(true);
    expect(mayBecome('CANCELLED', 'PAID')).toBe(false);
    expect(mayBecome('PAID', 'LAPSED')).toBe(false);
    expect(isFinal('REFUNDED')).toBe(true);
  });
});

let guests = 0;

describeEachDialect('The books of an order', (open, dialect) => {
  let stores: TestStores;
  let world: CheckoutWorld;
  beforeAll(async () => {
    stores = await open();
    world = await openCheckoutWorld(stores);
  });
  afterAll(() => world.close());

  const place = async (units = 10, quantity = 2) => {
    const { variantId } = await world.stock(units);
    const browser = world.browser();
    await browser.add(variantId, quantity);
    const input = { email: `testa.books${++guests}@example.com`, shippingOptionId: 'express', phone: '030 23125 123' };
    const { order } = await browser.place(input, `a-request-${guests}`);
    const { id, subjectId } = await world.core.stores.main.em.fork().findOneOrFail(Order, { number: order?.number });
    return { orderId: id, subjectId, variantId, stock: () => stockOf(world.core, variantId) };
  };
  const em = () => world.core.stores.main.em.fork();
  const now = () => world.core.clock.now();
  const confirm = async (orderId: string) => {
    const prepared = await prepareConfirm(world.core, orderId);
    return em().transactional((tx) => applyConfirm(tx, prepared, now(), 'Europe/Berlin'));
  };
  const release = async (orderId: string, state: 'LAPSED' | 'CANCELLED' = 'LAPSED') => {
    const prepared = await prepareRelease(world.core, orderId);
    return em().transactional((tx) => applyRelease(tx, prepared, state, now()));
  };
  const stateOf = async (orderId: string) => (await em().findOneOrFail(Order, { id: orderId })).state;

  it('turn reservations into sales when it is paid, once, and lead to no order (D4)', async () => {
    const { orderId, variantId, stock } = await place();
    expect(await stock()).toEqual({ shelf: 8, reserved: 2, sold: 0 });
    expect(await confirm(orderId)).toBe('CONFIRMED');
    expect(await confirm(orderId)).toBe('ALREADY_PAID');
    expect(await stock()).toEqual({ shelf: 8, reserved: 0, sold: 2 });
    const order = await em().findOneOrFail(Order, { id: orderId });
    const [sale] = await em().find(SalesLedger, { variantId });
    const taxes = await em().find(TaxLedger, { net: order.total - order.includedTax, tax: order.includedTax });
    expect(taxes).toMatchObject([{ countryCode: 'DE', currency: 'EUR', taxRate: 1_900 }]);
    expect(sale?.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(JSON.stringify([sale, taxes])).not.toContain(orderId);
    expect([sale?.id[14], taxes[0]?.id[14]]).toEqual(['4', '4']);
  });

  it('give stock back once when it lapses, also when two ask at the same time', async () => {
    const { orderId, stock } = await place();
    const changed = await Promise.all([release(orderId), release(orderId), release(orderId)]);
    expect(changed.filter(({ length }) => length > 0)).toHaveLength(1);
    expect(await stock()).toEqual({ shelf: 10, reserved: 0, sold: 0 });
    expect(await stateOf(orderId)).toBe('LAPSED');
  });

  it('let payment or lapse win, never both, whichever comes first', async () => {
    for (let round = 0; round < 10; round++) {
      const { orderId, stock } = await place();
      const [paid, released] = await Promise.allSettled([confirm(orderId), release(orderId)]);
      const units = await stock();
      const state = await stateOf(orderId);
      expect([paid.status, released.status]).toContain('fulfilled');
      if (paid.status === 'fulfilled') expect(paid.value).toBe(state === 'PAID' ? 'CONFIRMED' : 'STOCK_GONE');
      if (state === 'PAID') expect(units).toEqual({ shelf: 8, reserved: 0, sold: 2 });
      else expect({ state, units }).toEqual({ state: 'LAPSED', units: { shelf: 10, reserved: 0, sold: 0 } });
    }
  });

  it('set the goods aside again for a late payment, or say that they are gone (D15)', async () => {
    const { orderId, stock, variantId } = await place(2, 2);
    await release(orderId);
    const again = await prepareConfirm(world.core, orderId);
    await em().transactional(async (tx) => {
      expect(await applyReserveAgain(tx, again, now())).toEqual([variantId]);
      expect(await applyConfirm(tx, again, now(), 'Europe/Berlin')).toBe('CONFIRMED');
    });
    expect(await stock()).toEqual({ shelf: 0, reserved: 0, sold: 2 });

    const late = await place(2, 2);
    await release(late.orderId);
    const rival = world.browser();
    await world.catalogue.refreshStock([late.variantId]);
    await rival.add(late.variantId, 1);
    await rival.place({ email: `testa.rival${guests}@example.com` });
    const gone = await prepareConfirm(world.core, late.orderId);
    const tried = em().transactional(async (tx) => {
      if (!(await applyReserveAgain(tx, gone, now()))) throw new Error('GONE');
    });
    await expect(tried).rejects.toThrow('GONE');
    expect(await late.stock()).toEqual({ shelf: 1, reserved: 1, sold: 0 });
  });

  it('take the tax back with the money', async () => {
    const { orderId } = await place();
    await confirm(orderId);
    const before = await em().count(TaxLedger, { tax: { $lt: 0 } });
    expect(await em().transactional((tx) => applyRefund(tx, orderId, now()))).toBe(true);
    expect(await em().transactional((tx) => applyRefund(tx, orderId, now()))).toBe(false);
    expect(await em().count(TaxLedger, { tax: { $lt: 0 } })).toBe(before + 1);
    await expect(release(orderId)).rejects.toBeInstanceOf(OrderTransitionError);
  });

  it('are closed with the subject: nothing of the order is left, and its goods come back at once', async () => {
    const { orderId, subjectId, stock } = await place();
    // As if the shop had died before it asked for a session: the institution of this world never answers.
    await em().nativeUpdate(Payment, { orderId }, { returnBase: null });
    await eraseSubject(world.core, subjectId);
    for (const table of ['placed_order', 'order_link', 'payment', 'placed_request', 'subject_key']) {
      const store = table === 'subject_key' ? world.core.stores.keys : world.core.stores.main;
      const rows = await store.em.fork().execute<object[]>(`select * from ${table}`);
      expect(JSON.stringify(rows), table).not.toContain(orderId);
      if (table !== 'subject') expect(JSON.stringify(rows), table).not.toContain(subjectId);
    }
    expect(await stock()).toEqual({ shelf: 10, reserved: 0, sold: 0 });
  });

  it('are put right after an order that was lost: its goods come back when nobody can pay it any more', async () => {
    const { orderId, stock } = await place();
    await em().nativeDelete(Order, { id: orderId });
    expect((await prepareRelease(world.core, orderId)).content).toBeNull();
    expect(await stock()).toEqual({ shelf: 8, reserved: 2, sold: 0 });
    world.clock.advance(4 * DAY_MS);
    await sweepCheckout(world.core);
    expect(await stock()).toEqual({ shelf: 10, reserved: 0, sold: 0 });
  });

  it('are cleaned up category by category, each when its time is over (P4.5)', async () => {
    const { orderId, subjectId } = await place();
    await confirm(orderId);
    const { total, invoiceNumber } = await em().findOneOrFail(Order, { id: orderId });
    const deliveredAt = now();
    const tx = em();
    (await tx.findOneOrFail(Order, { id: orderId })).deliveredAt = deliveredAt;
    await tx.flush();
    const { registry } = world.core;
    const mine = registry.retentions.filter(({ name }) => name.endsWith('of orders'));
    const runDue = async () => {
      for (const { due, apply } of mine) {
        if ((await due(em(), now(), 1_000)).includes(subjectId)) await apply(em(), subjectId, now());
      }
    };
    const left = async () => {
      const { email, recipientName, address, phone, content, emailIndex, limitIndex } = await em().findOneOrFail(
        Order,
        {
          id: orderId,
        },
      );
      return Object.entries({ email, recipientName, address, phone, content, emailIndex, limitIndex }).flatMap(
        ([k, v]) => (v ? [k] : []),
      );
    };
    await runDue();
    expect(await left()).toHaveLength(7);
    world.clock.advance(RETENTION.NAME.days * DAY_MS + 1_000);
    await runDue();
    expect(await left()).toEqual(['email', 'content', 'emailIndex', 'limitIndex']);
    world.clock.advance((RETENTION.EMAIL.days - RETENTION.NAME.days) * DAY_MS);
    await runDue();
    expect(await em().count(Order, { id: orderId })).toBe(0);
    expect(await em().find(ReducedOrder, {})).toMatchObject([{ total, invoiceNumber, countryCode: 'DE' }]);
    expect(await registry.controls.find(({ name }) => name === 'blind indexes of orders')?.check()).toMatchObject({
      state: 'GREEN',
    });
  });

  it('say until when a value is kept, as soon as its clock runs', () => {
    const placedAt = new Date('2026-03-01T10:00:00Z');
    const kept = (dates: object, category: Category, settledAt: Date | null = null) =>
      keptUntil(
        {
          order: { state: 'PAID', placedAt, deliveredAt: null, closedAt: null, ...dates },
          payment: { expiresAt: new Date('2026-03-01T10:20:00Z'), settledAt },
          days: LONGEST_RETENTION_DAYS,
        },
        category,
      );
    const closedAt = new Date('2026-03-01T10:20:00Z');
    expect(kept({}, 'NAME')).toBeNull();
    expect(kept({ deliveredAt: new Date('2026-03-05T10:00:00Z') }, 'NAME')).toBe('2026-06-03');
    expect(kept({}, 'ORDER_RECORD')).toBe('2028-02-29');
    expect(kept({ state: 'REFUNDED', closedAt }, 'NAME', placedAt)).toBe('2026-05-30');
    expect(kept({ state: 'REFUNDED', closedAt }, 'PAYMENT_REFERENCE', placedAt)).toBe('2028-02-29');
    expect(kept({ state: 'AWAITING_PAYMENT' }, 'PAYMENT_REFERENCE')).toBeNull();
    for (const category of ['NAME', 'EMAIL', 'ORDER_RECORD', 'PAYMENT_REFERENCE'] as const) {
      expect(kept({ state: 'LAPSED', closedAt }, category), category).toBe('2026-03-02');
    }
    // What was paid too late is owed to somebody.
    expect(kept({ state: 'CANCELLED', closedAt }, 'EMAIL', closedAt)).toBe('2028-02-29');
  });

  it('are known to erasure, download and retention, every sealed property of them (D22)', async () => {
    const { main } = world.core.stores;
    expect(unregisteredSealedProperties(Object.values(main.getMetadata().getAll()), world.core.registry)).toEqual([]);
    const { subjectId } = await place();
    const items = await Promise.all(
      world.core.registry.downloads
        .filter(({ name }) => name === 'orders')
        .map(({ collect }) => collect(em(), subjectId)),
    );
    expect(
      items
        .flat()
        .flatMap(({ values }) => values.map(({ field }) => field))
        .sort(),
    ).toEqual(['order.content', 'order.deliveryAddress', 'order.email', 'order.phone', 'order.recipientName']);
  });

  if (dialect === 'sqlite') {
    it('hold no name, address, e-mail, phone or title of the goods in any byte of any file (P4.1)', async () => {
      const { variantId } = await world.stock(10, 2_900, 'Canary Drops');
      const browser = world.browser();
      await browser.add(variantId);
      const answer = await browser.place({
        email: 'canary.guest@example.org',
        recipientName: 'Canaria Kanarienvogel',
        address: { countryCode: 'DE', addressLine1: 'Geheimgasse 77', postalCode: '80331', city: 'Verborgenstadt' },
        shippingOptionId: 'express',
        phone: '030 23125 987',
      });
      expect(answer.order).not.toBeNull();
      const bytes = readdirSync(stores.dataDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
      // Not the postal code: five digits come up by chance in the hashes of a file.
      const secrets = [
        'canary.guest',
        'Kanarienvogel',
        'Geheimgasse',
        'Verborgenstadt',
        '23125987',
        answer.trackingToken ?? '',
      ];
      for (const secret of secrets) {
        for (const encoding of ['utf8', 'utf16le'] as const) {
          const needle = Buffer.from(secret, encoding);
          expect(
            bytes.some((file) => file.includes(needle)),
            secret,
          ).toBe(false);
        }
      }
      // The catalogue may say what it sells, and proves that the scan finds what is there.
      expect(bytes.some((file) => file.includes('Canary Drops'))).toBe(true);
    });
  }
});
