import type { InvoiceFormat } from './invoice-format.ts';
import type { InvoiceView } from './invoice-view.ts';
import { INVOICE_WORDS } from './invoice-words.ts';

/** The sentences under the sums: that it is paid, when it is supplied, and whose tax it is or why there is none (Art. 226 no. 11). */
export function invoiceNotes(view: InvoiceView, format: InvoiceFormat): string[] {
  const words = INVOICE_WORDS[view.language];
  const notes = [words.paid(format.day(view.paidOn))];
  if (view.suppliedOn === null) notes.push(words.supplyFollows);
  if (view.market === 'GB') notes.push(words.britishVat);
  if (view.market === 'CN') notes.push(words.chineseVat);
  if (view.market === 'US') notes.push(words.noSalesTax);
  if (view.market !== 'EU') notes.push(words.exportSupply);
  else if (view.country !== view.seller.country) notes.push(words.unionOneStopShop(format.country(view.country)));
  return notes;
}
