import type { Language, Market } from '@barrier/schema/market/market.type.ts';
import { PublicError } from '../../platform/errors.ts';
import type { GrantItem } from '../../privacy/access/grant.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { Viewer } from '../../privacy/access/viewer.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { formatAddress } from '../addresses/format-address.ts';
import type { Seller } from '../seller/seller.ts';
import { findOwnOrder, type OwnOrder } from './find-own-order.ts';
import type { InvoiceView } from './invoice/invoice-view.ts';
import type { Order } from './order.entity.ts';
import { sellerDayOf } from './seller-day.ts';

/** What invoices need of the shop. */
export interface InvoiceDeps {
  readonly core: PrivacyCore;
  readonly seller: Seller;
}

/** What the invoice needs of a request: which order, and who asks. */
export interface InvoiceRequest extends OwnOrder {
  readonly viewer: Viewer;
  /** What a mailed code was exchanged for; an invoice shows all that is personal in an order (D16). */
  readonly proof: string | null;
}

/** How dates and money are written for a language in a market. */
const LOCALES: Readonly<Record<Language, Readonly<Record<Market, string>>>> = {
  EN: { EU: 'en-IE', GB: 'en-GB', US: 'en-US', CN: 'en-GB' },
  DE: { EU: 'de-DE', GB: 'de-DE', US: 'de-DE', CN: 'de-DE' },
  ZH: { EU: 'zh-CN', GB: 'zh-CN', US: 'zh-CN', CN: 'zh-CN' },
};

/**
 * What the invoice of a paid order shows, opened for its proven subject against an entry in the access log.
 * @throws {PublicError} NOT_FOUND if there is no such order or nothing of it is left, FORBIDDEN without a proof,
 * BAD_USER_INPUT before it is paid.
 */
export async function invoiceOfOrder(
  { core, seller }: InvoiceDeps,
  { viewer, proof, token, number }: InvoiceRequest,
): Promise<InvoiceView> {
  const em = core.stores.main.em.fork();
  const order = await findOwnOrder(em, { viewer, orderProof: proof }, { token, number }, core.clock.now());
  const { subjectId, recipientName, address, content, paidAt, invoiceNumber } = order;
  if (!paidAt || !invoiceNumber) throw new PublicError('BAD_USER_INPUT', 'There is an invoice once the order is paid.');
  const item = (category: GrantItem['category'], coordinate: string): GrantItem => ({
    subjectId,
    category,
    coordinate,
  });
  const grants = await grantAccess(core, {
    viewer: viewer.kind === 'customer' && !proof ? viewer : { kind: 'visitor', proofs: [{ subjectId, by: 'CODE' }] },
    purpose: 'DATA_RIGHTS',
    reason: 'OWN_VIEW',
    items: [
      item('NAME', 'Order.recipientName'),
      item('DELIVERY_ADDRESS', 'Order.address'),
      item('ORDER_RECORD', 'Order.lines'),
    ],
  });
  if (!recipientName || !address || !content || grants.erased.has(subjectId)) {
    throw new PublicError('NOT_FOUND', 'What the invoice would show has been erased.');
  }
  const { lines } = core.vault.open(content, grants.for(subjectId, 'ORDER_RECORD'));
  return {
    ...termsOf(order, paidAt, seller),
    invoiceNumber,
    recipient: {
      name: core.vault.open(recipientName, grants.for(subjectId, 'NAME')),
      addressLines: formatAddress(core.vault.open(address, grants.for(subjectId, 'DELIVERY_ADDRESS')), {
        countryIn: order.language.toLowerCase(),
      }),
    },
    lines,
  };
}

/** All that stands on the invoice and is about nobody. */
function termsOf(
  order: Order,
  paidAt: Date,
  seller: Seller,
): Omit<InvoiceView, 'invoiceNumber' | 'recipient' | 'lines'> {
  const dayOf = (moment: Date) => sellerDayOf(moment, seller.timeZone);
  const { language, market, discount, shipping, taxRate, includedTax, total, currency } = order;
  return {
    language,
    locale: LOCALES[language][market],
    market,
    country: order.countryCode,
    orderNumber: order.number,
    issuedOn: dayOf(paidAt),
    placedOn: dayOf(order.placedAt),
    paidOn: dayOf(paidAt),
    // The invoice is made anew each time it is asked for; a day that is set later would change it under the same number.
    suppliedOn: null,
    seller,
    discount,
    shipping,
    taxRate,
    net: total - includedTax,
    tax: includedTax,
    total,
    currency,
  };
}
