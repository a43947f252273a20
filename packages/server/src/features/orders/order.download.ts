import { countryName, languageName } from '../../platform/code-names.ts';
import { type DownloadFact, heldValue, inWords } from '../../privacy/registry/download-registration.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import type { Address } from '../addresses/address-field.ts';
import { formatAddress } from '../addresses/format-address.ts';
import { Payment } from '../payments/payment.entity.ts';
import { keptTerms } from './kept-until.ts';
import { Order } from './order.entity.ts';
import type { OrderContent } from './order-content.ts';
import { shippingTitle } from './shipping-title.ts';

const STATES = {
  AWAITING_PAYMENT: { EN: 'waiting for payment', DE: 'wartet auf Zahlung', ZH: '等待付款' },
  PAID: { EN: 'paid', DE: 'bezahlt', ZH: '已付款' },
  LAPSED: { EN: 'not paid in time', DE: 'nicht rechtzeitig bezahlt', ZH: '逾期未付款' },
  CANCELLED: { EN: 'cancelled before payment', DE: 'vor der Zahlung storniert', ZH: '付款前取消' },
  REFUNDED: { EN: 'paid back', DE: 'erstattet', ZH: '已退款' },
} as const;

const FACTS = {
  number: { label: { EN: 'Order number', DE: 'Bestellnummer', ZH: '订单号' } },
  state: { label: { EN: 'State', DE: 'Stand', ZH: '状态' }, text: inWords(STATES) },
  placedAt: { label: { EN: 'Placed', DE: 'Bestellt', ZH: '下单时间' } },
  paidAt: { label: { EN: 'Paid', DE: 'Bezahlt', ZH: '付款时间' } },
  deliveredAt: { label: { EN: 'Delivered', DE: 'Zugestellt', ZH: '送达时间' } },
  closedAt: { label: { EN: 'Ended', DE: 'Beendet', ZH: '结束时间' } },
  invoiceNumber: { label: { EN: 'Invoice number', DE: 'Rechnungsnummer', ZH: '发票号' } },
  country: { label: { EN: 'Destination', DE: 'Zielland', ZH: '目的地' }, text: countryName },
  language: { label: { EN: 'Language', DE: 'Sprache', ZH: '语言' }, text: languageName },
  delivery: { label: { EN: 'Delivery', DE: 'Versand', ZH: '配送方式' } },
  subtotal: { label: { EN: 'Goods', DE: 'Waren', ZH: '商品金额' } },
  discount: { label: { EN: 'Discount', DE: 'Rabatt', ZH: '优惠' } },
  shippingCost: { label: { EN: 'Postage', DE: 'Versandkosten', ZH: '运费' } },
  includedTax: { label: { EN: 'Included tax', DE: 'Enthaltene Steuer', ZH: '含税' } },
  total: { label: { EN: 'Total', DE: 'Summe', ZH: '总额' } },
} as const satisfies Readonly<Record<string, DownloadFact>>;

/** An order as its person may see and download it: what is sealed in it, and what of it is in clear. */
export function registerOrderDownload(registry: PrivacyRegistry): void {
  registry.registerDownload({
    name: 'orders',
    title: { EN: 'Order', DE: 'Bestellung', ZH: '订单' },
    leads: true,
    fields: {
      'order.recipientName': { label: { EN: 'Recipient', DE: 'Empfänger', ZH: '收件人' } },
      'order.deliveryAddress': { label: { EN: 'Delivery address', DE: 'Lieferadresse', ZH: '收货地址' } },
      'order.email': { label: { EN: 'E-mail address', DE: 'E-Mail-Adresse', ZH: '电子邮箱' } },
      'order.phone': { label: { EN: 'Phone number', DE: 'Telefonnummer', ZH: '电话号码' } },
      'order.content': { label: { EN: 'What you ordered', DE: 'Was Sie bestellt haben', ZH: '所购商品' } },
    },
    facts: FACTS,
    collect: async (em, subjectId) => {
      const orders = await em.find(Order, { subjectId }, { orderBy: { placedAt: 'asc' } });
      const payments = await em.find(Payment, { subjectId });
      return orders.map((order) => {
        const payment = payments.find(({ orderId }) => orderId === order.id) ?? null;
        const kept = (category: Parameters<typeof keptTerms>[1]) =>
          keptTerms({ order, payment, days: registry.retentionDays }, category);
        return {
          id: order.id,
          name: order.number,
          facts: factsOf(order),
          values: [
            ...heldValue('order.recipientName', order.recipientName, kept('NAME')),
            ...heldValue('order.deliveryAddress', order.address, kept('DELIVERY_ADDRESS'), addressText),
            ...heldValue('order.email', order.email, kept('EMAIL')),
            ...heldValue('order.phone', order.phone, kept('PHONE')),
            ...heldValue('order.content', order.content, kept('ORDER_RECORD'), goodsText),
          ],
        };
      });
    },
  });
}

function factsOf(order: Order) {
  const money = (amount: number) => ({ amount, currency: order.currency });
  return {
    number: order.number,
    state: order.state,
    placedAt: order.placedAt,
    paidAt: order.paidAt ?? null,
    deliveredAt: order.deliveredAt ?? null,
    closedAt: order.closedAt ?? null,
    invoiceNumber: order.invoiceNumber ?? null,
    country: order.countryCode,
    language: order.language,
    delivery: shippingTitle(order.shippingOptionId, order.language),
    subtotal: money(order.subtotal),
    discount: money(order.discount),
    shippingCost: money(order.shipping),
    includedTax: money(order.includedTax),
    total: money(order.total),
  };
}

const addressText = (address: Address) => [...formatAddress(address), address.countryCode].join('\n');

/** Without prices: those stand in the file as they were, and in the order's own sums. */
const goodsText = ({ lines }: OrderContent) =>
  lines
    .map(({ title, variantTitle, quantity }) => [`${quantity} × ${title}`, variantTitle].filter(Boolean).join(', '))
    .join('\n');
