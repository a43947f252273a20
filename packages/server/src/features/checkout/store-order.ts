import type { Language } from '@barrier/schema/market/market.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { dayOf } from '../../platform/clock/clock.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../platform/orm/stored-moment.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { mailboxOf } from '../../privacy/blind-index/mailbox-of.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import { createSubject, type PreparedSubject } from '../../privacy/subjects/create-subject.ts';
import { linkSubject } from '../accounts/link-subject.ts';
import { emptyCart, lockCart, type StoredCart } from '../cart/stored-cart.ts';
import { LANGUAGES } from '../catalog/locale.ts';
import { issueOrderLink } from '../orders/issue-order-link.ts';
import { Order } from '../orders/order.entity.ts';
import type { OrderContent } from '../orders/order-content.ts';
import { freeOrderNumber } from '../orders/order-number.ts';
import { createPayment, PAYMENT_WINDOW_MS } from '../payments/create-payment.ts';
import type { Payment } from '../payments/payment.entity.ts';
import { returnBaseOf } from '../payments/start-payment.ts';
import { planReservations, type Reservation, reserveStock } from '../stock/reserve-stock.ts';
import type { CheckedOrderInput } from './check-order-input.ts';
import type { CheckoutContext } from './checkout-context.ts';
import { checkoutError } from './checkout-errors.ts';
import { findPlacedRequest, type PlacedOrder } from './find-placed-request.ts';
import { mayPlaceAnother } from './limit-unpaid-orders.ts';
import { OrderRefused } from './order-refused.ts';
import type { PricedOrder } from './price-order.ts';
import { REQUEST_KEPT_MS, type RequestFingerprint } from './request-fingerprint.ts';

/** An order that is checked and priced and not yet stored. */
export interface OrderDraft {
  readonly checked: CheckedOrderInput;
  /** The cart as it was priced. */
  readonly cart: StoredCart;
  readonly sums: PricedOrder;
  readonly request: RequestFingerprint | null;
  readonly language: Language;
}

/** What was stored, or the order that the same request had placed before. */
export type StoredOrder =
  | {
      readonly order: Order;
      readonly payment: Payment;
      readonly trackingToken: string;
      readonly changedStock: string[];
    }
  | { readonly before: PlacedOrder };

/**
 * Stores an order in one transaction: everything or nothing. Requests of one cart queue up at its row, so that a repetition
 * that comes at the same time finds what the first has placed. Locks are taken in the order address, cart, variants.
 * @throws {OrderRefused} with what the customer can do.
 */
export async function storeOrder(
  { core, cartToken, payments, currentSession }: CheckoutContext,
  draft: OrderDraft,
  prepared: PreparedSubject,
): Promise<StoredOrder> {
  const { checked, cart, sums, request, language } = draft;
  return core.stores.main.em.fork().transactional(async (em) => {
    const now = core.clock.now();
    const sql = sqlIn(em);
    const mayOrder = await mayPlaceAnother(core, em, checked.email);
    const locked = await lockCart(sql, cartToken);
    const before = await findPlacedRequest(sql.run, request, now);
    if (before === 'OTHER_INPUT') throw new OrderRefused([checkoutError('IDEMPOTENCY_KEY_REUSED', language)]);
    if (before) return { before };
    if (!mayOrder) throw new OrderRefused([checkoutError('TOO_MANY_UNPAID_ORDERS', language, ['email'])]);
    // Another request has just ordered it: what a request that comes a moment later is told, on every database.
    if (!locked || locked.lines.length === 0) throw new OrderRefused([checkoutError('CART_EMPTY', language)]);
    if (!isSame(cart, locked)) throw new OrderRefused([checkoutError('CART_CHANGED', language)]);

    const subject = createSubject(em, prepared);
    const reservations = await reserve(em, draft, now);
    const content = contentOf(sums, language, reservations);
    const order = await createOrder(core, em, subject, { checked, sums, language, content }, now);
    const { id: orderId, subjectId, total: amount, currency, placedAt, payableUntil } = order;
    const returnBase = returnBaseOf(payments.publicUrl, language);
    const session = currentSession();
    if (session) await linkSubject(em, session, subjectId, now);
    const payment = await createPayment(em, {
      orderId,
      subjectId,
      amount,
      currency,
      placedAt,
      payableUntil,
      returnBase,
    });
    // Link and request are written by hand and need the order's row.
    await em.flush();
    const trackingToken = await issueOrderLink(em, orderId, now, request?.linkTokenFor(orderId));
    if (request) await remember(em, request, orderId, now);
    // No row may lead from the order to its goods, so the cart ends with the order (D4, decision 005).
    await emptyCart(sql.run, locked);
    return { order, payment, trackingToken, changedStock: sums.lines.map(({ line }) => line.variant.id) };
  });
}

async function remember(em: SqlEntityManager, request: RequestFingerprint, orderId: string, now: Date): Promise<void> {
  const { run, dialect } = sqlIn(em);
  const { fingerprint, inputHash } = request;
  // One that has expired and is not swept yet stands in the way.
  await run(
    `insert into placed_request (fingerprint, input_hash, order_id, expires_at) values (?, ?, ?, ?) on conflict (fingerprint)
      do update set input_hash = excluded.input_hash, order_id = excluded.order_id, expires_at = excluded.expires_at`,
    [fingerprint, inputHash, orderId, storedMoment(new Date(now.getTime() + REQUEST_KEPT_MS), dialect)],
  );
}

function isSame(priced: StoredCart, locked: StoredCart): boolean {
  const contents = (cart: StoredCart) => JSON.stringify([cart.id, cart.promotionCode, cart.lines]);
  return contents(priced) === contents(locked);
}

async function reserve(em: SqlEntityManager, { sums, language }: OrderDraft, now: Date): Promise<Reservation[]> {
  const wanted = sums.lines.map(({ line }) => ({ variantId: line.variant.id, quantity: line.quantity }));
  const reservations = planReservations(wanted);
  const short = await reserveStock(em, reservations, dayOf(now));
  if (short.length === 0) return reservations;
  throw new OrderRefused(
    sums.lines
      .filter(({ line }) => short.includes(line.variant.id))
      .map(({ line }) => {
        const title = line.product.title[LANGUAGES.indexOf(language)] ?? '';
        return checkoutError('OUT_OF_STOCK', language, ['cart', line.id], { title });
      }),
  );
}

/** What an order is made of. */
export interface NewOrder {
  readonly checked: CheckedOrderInput;
  readonly sums: Omit<PricedOrder, 'lines'>;
  readonly language: Language;
  readonly content: OrderContent;
}

/** Seals an order into the caller's transaction, which has made its subject. */
export async function createOrder(
  core: PrivacyCore,
  em: SqlEntityManager,
  subject: ActiveSubject,
  { checked, sums, language, content }: NewOrder,
  now: Date,
): Promise<Order> {
  const id = newId();
  const { vault } = core;
  const { subtotal, discount, shipping, includedTax, taxRate, total } = sums;
  const { market, currency } = checked.profile;
  return em.create(Order, {
    id,
    number: await freeOrderNumber(sqlIn(em).run),
    invoiceNumber: null,
    subjectId: subject.id,
    state: 'AWAITING_PAYMENT',
    placedAt: now,
    payableUntil: new Date(now.getTime() + PAYMENT_WINDOW_MS),
    paidAt: null,
    deliveredAt: null,
    closedAt: null,
    market,
    countryCode: checked.address.countryCode,
    language,
    shippingOptionId: checked.option.id,
    currency,
    subtotal,
    discount,
    shipping,
    includedTax,
    total,
    taxRate,
    emailIndex: core.blindIndex.ofEmail('order.email', checked.email),
    limitIndex: core.blindIndex.ofEmail('order.limit', mailboxOf(checked.email)),
    email: vault.seal(subject, 'order.email', id, checked.email),
    recipientName: vault.seal(subject, 'order.recipientName', id, checked.recipientName),
    address: vault.seal(subject, 'order.deliveryAddress', id, checked.address),
    phone: checked.phone === null ? null : vault.seal(subject, 'order.phone', id, checked.phone),
    content: vault.seal(subject, 'order.content', id, content),
  });
}

/** Texts as the customer read them: the catalogue may change, what was sold does not. */
function contentOf({ lines }: PricedOrder, language: Language, reservations: Reservation[]): OrderContent {
  const lang = LANGUAGES.indexOf(language);
  return {
    lines: lines.map(({ line, discount, linePrice, includedTax }) => ({
      variantId: line.variant.id,
      sku: line.variant.sku,
      title: line.product.title[lang] ?? '',
      variantTitle: line.variant.title[lang] ?? '',
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discount,
      linePrice,
      includedTax,
    })),
    reservations,
  };
}
