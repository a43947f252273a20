import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import type { CanaryWords } from '../../privacy/canary/canary-words.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { OrderContent } from '../orders/order-content.ts';
import { addPayment } from '../payments/create-payment.ts';
import { checkOrderInput } from './check-order-input.ts';
import { createOrder } from './store-order.ts';

/** Nothing was charged, and no figure changes by it. */
const NOTHING = { subtotal: 0, discount: 0, shipping: 0, includedTax: 0, taxRate: 0, total: 0 };

/**
 * A canary orders as any guest: through door In, into the same rows (decision 015). Its order has lapsed before it is stored: no stock
 * is set aside, the institution is not asked, no link leads to it, it gets no invoice number, and nothing can become of it.
 */
export function registerCheckoutCanary(core: PrivacyCore): void {
  const { canary, clock, registry, vault } = core;
  registry.registerCanary({
    name: 'orders',
    plant: async (em, subject) => {
      const language = 'DE';
      const { checked, errors } = checkOrderInput(inputOf(canary));
      if (!checked) throw new Error(`Door In refuses the canary: ${errors.map(({ code }) => code).join(', ')}.`);
      const now = clock.now();
      const content = contentOf(canary);
      const order = await createOrder(core, em, subject, { checked, sums: NOTHING, language, content }, now);
      Object.assign(order, { state: 'LAPSED', closedAt: now });
      const { id: orderId, subjectId, total: amount, currency, placedAt, payableUntil } = order;
      const payment = addPayment(em, { orderId, subjectId, amount, currency, placedAt, payableUntil });
      payment.state = 'EXPIRED';
      payment.sessionReference = vault.seal(
        subject,
        'payment.reference',
        payment.id,
        `session_${canary.word('payment.reference')}`,
      );
    },
  });
}

function inputOf(canary: CanaryWords): PlaceOrderInput {
  const place = canary.word('order.deliveryAddress');
  return {
    email: canary.email,
    recipientName: `Kanaria ${canary.word('order.recipientName')}`,
    phone: canary.phone,
    // The one that asks for a phone number.
    shippingOptionId: 'express',
    language: 'DE',
    address: {
      countryCode: 'DE',
      addressLine1: `${place}gasse 7`,
      addressLine2: `Gartenhaus ${place}`,
      postalCode: '10115',
      city: `${place}hausen`,
    },
  };
}

function contentOf(canary: CanaryWords): OrderContent {
  const goods = canary.word('order.content');
  const free = { quantity: 1, unitPrice: 0, discount: 0, linePrice: 0, includedTax: 0 };
  const line = { variantId: '', sku: goods.toUpperCase(), title: `${goods} Drops`, variantTitle: '30 ml', ...free };
  return { lines: [line], reservations: [] };
}
