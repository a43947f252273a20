import type { InvoiceView } from './invoice-view.ts';

/** What is wrong with an invoice that may not go out; the message names amounts' places, never a value. */
export class InvoiceError extends Error {
  override readonly name = 'InvoiceError';
  readonly code: 'INVOICE_INCOMPLETE' | 'INVOICE_DOES_NOT_ADD_UP';

  constructor(code: InvoiceError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Refuses an invoice that lacks a particular the law asks for or whose amounts do not add up to the cent: once sent, it could only
 * be cancelled. Throws InvoiceError.
 */
export function checkInvoice(view: InvoiceView): void {
  const { seller, recipient, lines } = view;
  const named = [view.invoiceNumber, view.orderNumber, seller.name, seller.vatId, recipient.name];
  const texts = [...named, ...lines.map(({ title }) => title)];
  const days = [view.issuedOn, view.placedOn, view.paidOn, view.suppliedOn ?? view.paidOn];
  const complete =
    lines.length > 0 &&
    seller.addressLines.length > 0 &&
    recipient.addressLines.length > 0 &&
    texts.every((text) => text.trim() !== '') &&
    days.every((day) => DAY.test(day) && !Number.isNaN(Date.parse(day)));
  if (!complete) throw new InvoiceError('INVOICE_INCOMPLETE', 'A particular that every invoice needs is missing.');

  const amounts = [view.discount, view.shipping, view.taxRate, view.net, view.tax, view.total];
  for (const line of lines) amounts.push(line.quantity, line.unitPrice, line.linePrice);
  refuseUnless(amounts.every(Number.isSafeInteger), 'An amount is not an integer of minor units.');
  refuseUnless(Math.min(...amounts) >= 0, 'An amount is negative.');
  const goods = sum(lines.map((line) => line.unitPrice * line.quantity));
  const sold = sum(lines.map((line) => line.linePrice));
  refuseUnless(goods - sold === view.discount, 'The discounts of the lines are not the discount.');
  refuseUnless(sold + view.shipping === view.total, 'Lines and shipping are not the total.');
  refuseUnless(view.net + view.tax === view.total, 'Net amount and tax are not the total.');
}

/** What the goods cost before any discount, in minor units. */
export function goodsBeforeDiscount(view: InvoiceView): number {
  return sum(view.lines.map((line) => line.unitPrice * line.quantity));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function refuseUnless(holds: boolean, message: string): void {
  if (!holds) throw new InvoiceError('INVOICE_DOES_NOT_ADD_UP', message);
}
