import { includedVat } from '../../../markets/included-vat.ts';
import { DEMO_SELLER } from '../../../seller/demo-seller.ts';
import type { InvoiceLine, InvoiceView } from '../invoice-view.ts';

/** A line as it was sold; `off` is what the promotion took off it. */
export function buildLine(overrides: Partial<InvoiceLine> & { off?: number } = {}): InvoiceLine {
  const { off = 0, ...given } = overrides;
  const line = { title: 'Ruhe Ceramid-Creme', variantTitle: '50 ml', quantity: 1, unitPrice: 3490, ...given };
  return { ...line, linePrice: given.linePrice ?? line.unitPrice * line.quantity - off };
}

/** An invoice whose sums follow from its lines, shipping and rate, unless they are given. */
export function buildInvoice(overrides: Partial<InvoiceView> = {}): InvoiceView {
  const { lines = [buildLine()], shipping = 490, taxRate = 1900 } = overrides;
  const total = lines.reduce((sum, { linePrice }) => sum + linePrice, shipping);
  const tax = includedVat(total, taxRate);
  return {
    language: 'DE',
    locale: 'de-DE',
    market: 'EU',
    country: 'DE',
    currency: 'EUR',
    invoiceNumber: '2026-000042',
    orderNumber: 'BR-7K3M-9QXD',
    issuedOn: '2026-03-12',
    placedOn: '2026-03-11',
    paidOn: '2026-03-11',
    suppliedOn: '2026-03-13',
    seller: DEMO_SELLER,
    recipient: { name: 'Testa Mustermann', addressLines: ['Beispielweg 12', '10115 Berlin', 'DEUTSCHLAND'] },
    lines,
    discount: lines.reduce((sum, line) => sum + line.unitPrice * line.quantity - line.linePrice, 0),
    shipping,
    taxRate,
    net: total - tax,
    tax,
    total,
    ...overrides,
  };
}
