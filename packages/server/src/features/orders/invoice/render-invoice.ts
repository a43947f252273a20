import type { InvoiceView } from './invoice-view.ts';

/** Renders the invoice for one order as a PDF document. */
export async function renderInvoice(view: InvoiceView): Promise<Buffer> {
  throw new Error(`The invoice ${view.invoiceNumber} cannot be rendered yet.`);
}
