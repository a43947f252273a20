import { describe, expect, it } from 'vitest';
import { checkInvoice } from './check-invoice.ts';
import type { InvoiceView } from './invoice-view.ts';
import { buildInvoice, buildLine } from './testing/build-invoice.ts';

describe('checkInvoice', () => {
  it('takes an invoice that is complete and adds up', () => {
    expect(() =>
      checkInvoice(buildInvoice({ lines: [buildLine({ quantity: 3, off: 100 }), buildLine()] })),
    ).not.toThrow();
  });

  const view = buildInvoice();
  it.each<[string, Partial<InvoiceView>]>([
    ['the total is a cent too high', { total: view.total + 1, net: view.net + 1 }],
    ['net and tax are not the total', { tax: view.tax + 1 }],
    ['the discount is not that of the lines', { discount: 1 }],
    ['an amount is no integer', { net: view.net + 0.5, tax: view.tax - 0.5 }],
    ['an amount is negative', { net: view.total + 1, tax: -1 }],
  ])('refuses an invoice when %s', (_, wrong) => {
    expect(() => checkInvoice(buildInvoice(wrong))).toThrow(
      expect.objectContaining({ code: 'INVOICE_DOES_NOT_ADD_UP' }),
    );
  });

  it.each<[string, Partial<InvoiceView>]>([
    ['has no lines', { lines: [], shipping: 0 }],
    ['has no number', { invoiceNumber: ' ' }],
    ['names no order', { orderNumber: '' }],
    ['names nobody', { recipient: { name: '', addressLines: ['Beispielweg 12'] } }],
    ['has no address', { recipient: { name: 'Testa Mustermann', addressLines: [] } }],
    ['has a day that is none', { suppliedOn: '2026-13-40' }],
  ])('refuses an invoice that %s', (_, wrong) => {
    expect(() => checkInvoice(buildInvoice(wrong))).toThrow(expect.objectContaining({ code: 'INVOICE_INCOMPLETE' }));
  });

  it('never repeats a personal value in its error', () => {
    const wrong = buildInvoice({ total: 1 });
    expect(() => checkInvoice(wrong)).toThrow(/^(?!.*(Testa|Beispielweg))/);
  });
});
