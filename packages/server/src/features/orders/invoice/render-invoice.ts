import PDFDocument from 'pdfkit';
import { checkInvoice } from './check-invoice.ts';
import { drawPages } from './draw-pages.ts';
import { openFontBook } from './invoice-fonts.ts';
import type { InvoiceView } from './invoice-view.ts';
import { INVOICE_WORDS } from './invoice-words.ts';
import { layoutInvoice } from './layout-invoice.ts';

/**
 * Renders an invoice with VAT as a tagged PDF 1.7; the same view gives the same bytes. The document's metadata name seller and number,
 * never the recipient. Throws InvoiceError if a particular is missing or the amounts do not add up.
 */
export async function renderInvoice(view: InvoiceView): Promise<Buffer> {
  checkInvoice(view);
  const words = INVOICE_WORDS[view.language];
  const pages = layoutInvoice(view, openFontBook());
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: words.lang,
    displayTitle: true,
    autoFirstPage: false,
    info: {
      Title: `${words.invoice} ${view.invoiceNumber}`,
      Author: view.seller.name,
      Creator: 'Barrier',
      Producer: 'Barrier',
      CreationDate: new Date(`${view.issuedOn}T00:00:00Z`),
    },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  drawPages(doc, pages);
  doc.end();
  return done;
}
