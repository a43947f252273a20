import type { CurrencyCode, Language, Market } from '@barrier/schema/market/market.type.ts';
import { v7 as uuidv7 } from 'uuid';
import { Product } from '../../src/features/catalog/product.entity.ts';
import { Variant } from '../../src/features/catalog/variant.entity.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { createPayment } from '../../src/features/payments/create-payment.ts';
import { planReservations, reserveStock } from '../../src/features/stock/reserve-stock.ts';
import { dayOf } from '../../src/platform/clock/clock.ts';
import type { PrivacyCore } from '../../src/privacy/core.ts';
import { createSubject, prepareSubject } from '../../src/privacy/subjects/create-subject.ts';

/** The invented person of these tests. */
export const TESTA = {
  email: 'testa.mustermann@example.com',
  recipientName: 'Testa Mustermann',
  address: { countryCode: 'DE', addressLine1: 'Musterweg 12', postalCode: '10115', city: 'Musterstadt' },
};

/** How an order of a test differs. */
export interface TestOrder {
  readonly variantId: string;
  readonly quantity?: number;
  readonly language?: Language;
  readonly market?: Market;
  readonly currency?: CurrencyCode;
  /** How long it can be paid, in ms. */
  readonly payableForMs?: number;
  readonly email?: string;
}

/** An order that was placed. */
export interface PlacedTestOrder {
  readonly orderId: string;
  readonly paymentId: string;
  readonly subjectId: string;
  readonly number: string;
}

/** Puts a product with so many units on the shelf and answers its variant. */
export async function stockVariant(core: PrivacyCore, stock: number): Promise<string> {
  const em = core.stores.main.em.fork();
  const productId = uuidv7();
  const product = em.create(Product, {
    id: productId,
    handle: `test-${productId}`,
    status: 'ACTIVE',
    vendor: 'Barrier',
    range: null,
    category: null,
    texture: null,
    texts: { title: { EN: 'Calm Drops' } },
    skinTypes: [],
    concerns: [],
    freeFrom: [],
    useTimes: [],
    collections: [],
    ingredients: [],
    tags: [],
    options: [],
    pictures: [],
    packaging: null,
    periodAfterOpeningMonths: null,
    sourceFields: {},
    createdAt: new Date(),
    catalogueVersion: 1,
  });
  const variant = em.create(Variant, {
    id: uuidv7(),
    product,
    position: 0,
    sku: null,
    barcode: null,
    optionValues: [],
    contentAmount: null,
    contentUnit: null,
    prices: { EUR: 2_900 },
    compareAtPrices: {},
    stock,
    stockTracked: true,
    weightGrams: null,
    sourceFields: {},
  });
  await em.flush();
  return variant.id;
}

/** Places an order as checkout does: stock set aside, values sealed, payment created, in one transaction. */
export async function placeTestOrder(core: PrivacyCore, wanted: TestOrder): Promise<PlacedTestOrder> {
  const { variantId, quantity = 1, language = 'DE', market = 'EU', currency = 'EUR' } = wanted;
  const prepared = await prepareSubject(core, 'GUEST_ORDER');
  const now = core.clock.now();
  const payableUntil = new Date(now.getTime() + (wanted.payableForMs ?? 20 * 60_000));
  return core.stores.main.em.fork().transactional(async (em) => {
    const subject = createSubject(em, prepared);
    const reservations = planReservations([{ variantId, quantity }]);
    if ((await reserveStock(em, reservations, dayOf(now))).length > 0) throw new Error('OUT_OF_STOCK');
    const id = uuidv7();
    const number = `BR-${id.slice(-4)}-${id.slice(-8, -4)}`.toUpperCase();
    const goods = 2_900 * quantity;
    const line = { variantId, sku: null, title: 'Calm Drops', variantTitle: '30 ml', quantity, unitPrice: 2_900 };
    em.create(Order, {
      id,
      number,
      invoiceNumber: null,
      subjectId: subject.id,
      state: 'AWAITING_PAYMENT',
      placedAt: now,
      payableUntil,
      paidAt: null,
      deliveredAt: null,
      closedAt: null,
      market,
      countryCode: 'DE',
      language,
      shippingOptionId: 'standard',
      currency,
      subtotal: goods,
      discount: 0,
      shipping: 490,
      includedTax: 541,
      total: goods + 490,
      taxRate: 1_900,
      emailIndex: null,
      limitIndex: null,
      email: core.vault.seal(subject, 'order.email', id, wanted.email ?? TESTA.email),
      recipientName: core.vault.seal(subject, 'order.recipientName', id, TESTA.recipientName),
      address: core.vault.seal(subject, 'order.deliveryAddress', id, TESTA.address),
      phone: null,
      content: core.vault.seal(subject, 'order.content', id, {
        lines: [{ ...line, discount: 0, linePrice: goods, includedTax: 463 }],
        reservations,
      }),
    });
    const order = { orderId: id, subjectId: subject.id, amount: goods + 490, currency };
    const payment = await createPayment(em, { ...order, placedAt: now, payableUntil });
    return { orderId: id, paymentId: payment.id, subjectId: subject.id, number };
  });
}
