import type { FontBook } from './invoice-fonts.ts';
import { invoiceFormat } from './invoice-format.ts';
import { type InvoicePage, type Piece, putOn, SHEET } from './invoice-page.ts';
import type { InvoiceView } from './invoice-view.ts';
import { setLetterhead } from './set-letterhead.ts';
import { setLines } from './set-lines.ts';
import { setFooter, setPageNumber, setRunningHead } from './set-margins.ts';
import { setTotals } from './set-totals.ts';

/** Below the foot's last line. */
const PAGE_NUMBER_TOP = 818;

/**
 * Lays an invoice out on as many pages as it takes. Each page has the foot, and the head of the table while there are lines; the
 * sums never stand on a page without the last line.
 */
export function layoutInvoice(view: InvoiceView, book: FontBook): InvoicePage[] {
  const format = invoiceFormat(view);
  const { head, rows } = setLines(view, book, format);
  const totals = setTotals(view, book, format);
  const footer = setFooter(view, book, format);
  const runningHead = setRunningHead(view, book);
  const pages: InvoicePage[] = [];
  let page: InvoicePage = { blocks: [], rules: [] };
  let y: number = SHEET.top;
  const put = (piece: Piece, as?: 'artifact') => {
    putOn(page, piece, y, as);
    y += piece.height;
  };
  const startPage = () => {
    page = { blocks: [], rules: [] };
    pages.push(page);
    y = SHEET.top;
    if (pages.length === 1) {
      y = 0;
      put(setLetterhead(view, book, format));
    } else put(runningHead);
    put(head, pages.length === 1 ? undefined : 'artifact');
  };

  startPage();
  rows.forEach((row, index) => {
    const together = row.height + (index === rows.length - 1 ? totals.height : 0);
    if (y + together > SHEET.bottom) startPage();
    put(row);
  });
  put(totals);
  pages.forEach((each, index) => {
    putOn(each, footer, SHEET.footer, index === 0 ? undefined : 'artifact');
    if (pages.length > 1) putOn(each, setPageNumber(view, book, index + 1, pages.length), PAGE_NUMBER_TOP);
  });
  return pages;
}
