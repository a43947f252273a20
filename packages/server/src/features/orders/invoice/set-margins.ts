import type { FontBook } from './invoice-fonts.ts';
import type { InvoiceFormat } from './invoice-format.ts';
import { emptyPiece, type Piece, SHEET, STYLES, setRule, setText } from './invoice-page.ts';
import type { InvoiceView } from './invoice-view.ts';
import { INVOICE_WORDS } from './invoice-words.ts';

/** The foot of each page: who sells, under which register and tax number (§ 35a GmbHG, Art. 226 no. 3 and 5), and how to ask. */
export function setFooter(view: InvoiceView, book: FontBook, format: InvoiceFormat): Piece {
  const words = INVOICE_WORDS[view.language];
  const { seller } = view;
  const vatIdThere = seller.vatIdIn[view.country];
  const columns = [
    [seller.name, ...seller.addressLines, format.country(seller.country)],
    [
      ...(seller.register === null ? [] : [seller.register]),
      words.representatives(seller.representatives.join(', ')),
      seller.email.service,
    ],
    [
      `${words.vatId} ${seller.vatId}`,
      ...(vatIdThere ? [`${words.vatIdIn(format.country(view.country))} ${vatIdThere}`] : []),
    ],
  ];
  const piece = emptyPiece();
  setRule(piece, { y: 0, thickness: 0.5, colour: 'hairline' });
  const width = (SHEET.right - SHEET.left) / columns.length;
  columns.forEach((lines, index) => {
    let y = 9;
    for (const line of lines) {
      y = setText(piece, book, line, STYLES.small, {
        x: SHEET.left + index * width,
        y,
        width: width - 10,
        maxLines: 2,
      });
    }
  });
  return piece;
}

/** The head of the second page and those after it. */
export function setRunningHead(view: InvoiceView, book: FontBook): Piece {
  const words = INVOICE_WORDS[view.language];
  const piece = emptyPiece();
  const place = { x: SHEET.left, width: SHEET.right - SHEET.left, role: 'artifact' as const };
  setText(piece, book, 'Barrier', STYLES.wordmark, { ...place, y: 0 });
  const line = `${words.invoice} ${view.invoiceNumber}`;
  setText(piece, book, line, STYLES.soft, { ...place, y: 7, align: 'right' });
  piece.height += 30;
  return piece;
}

/** "Page 1 of 2", at the top right of an invoice that has several. */
export function setPageNumber(view: InvoiceView, book: FontBook, page: number, pages: number): Piece {
  const piece = emptyPiece();
  const text = INVOICE_WORDS[view.language].page(page, pages);
  const place = { x: SHEET.left, y: 0, width: SHEET.right - SHEET.left, align: 'right' as const };
  setText(piece, book, text, STYLES.small, { ...place, role: 'artifact' });
  return piece;
}
