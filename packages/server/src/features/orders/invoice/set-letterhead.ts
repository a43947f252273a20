import type { FontBook } from './invoice-fonts.ts';
import type { InvoiceFormat } from './invoice-format.ts';
import { emptyPiece, type Piece, SHEET, STYLES, setText } from './invoice-page.ts';
import type { InvoiceView } from './invoice-view.ts';
import { INVOICE_WORDS } from './invoice-words.ts';

/** Top of the address field of a window envelope, 45 mm from the edge (DIN 5008, form B), and of what follows it. */
const ADDRESS_TOP = 127.6;
const TITLE_TOP = 262;
const ADDRESS_WIDTH = 240;
const FACTS_LEFT = 354;

/** The head of the first page: brand, addresses, numbers and days, title. */
export function setLetterhead(view: InvoiceView, book: FontBook, format: InvoiceFormat): Piece {
  const words = INVOICE_WORDS[view.language];
  const piece = emptyPiece();
  const { seller, recipient } = view;
  const column = { x: SHEET.left, width: ADDRESS_WIDTH };
  setText(piece, book, 'Barrier', STYLES.wordmark, { ...column, y: SHEET.top, role: 'artifact' });

  const sender = [seller.name, ...seller.addressLines].join(' · ');
  let y = setText(piece, book, sender, STYLES.small, { ...column, y: ADDRESS_TOP, maxLines: 2 }) + 8;
  y = setText(piece, book, recipient.name, STYLES.body, { ...column, y, maxLines: 2 });
  for (const line of recipient.addressLines) y = setText(piece, book, line, STYLES.body, { ...column, y, maxLines: 2 });

  setFacts(piece, book, [
    [words.invoiceNumber, view.invoiceNumber],
    [words.issuedOn, format.day(view.issuedOn)],
    [words.orderNumber, view.orderNumber],
    [words.placedOn, format.day(view.placedOn)],
    view.suppliedOn === null
      ? [words.paidOn, format.day(view.paidOn)]
      : [words.suppliedOn, format.day(view.suppliedOn)],
  ]);

  const title = { x: SHEET.left, y: Math.max(TITLE_TOP, y + 24), width: SHEET.right - SHEET.left, role: 'H1' as const };
  piece.height = setText(piece, book, words.invoice, STYLES.title, title) + 18;
  return piece;
}

function setFacts(piece: Piece, book: FontBook, facts: [label: string, value: string][]): void {
  const width = (SHEET.right - FACTS_LEFT) / 2;
  facts.forEach(([label, value], row) => {
    const y = ADDRESS_TOP + STYLES.small.leading + 8 + row * STYLES.body.leading;
    const name = { table: 'facts', row, column: 0, scope: 'Row' as const };
    setText(piece, book, label, STYLES.soft, { x: FACTS_LEFT, y, width, role: 'TH', cell: name });
    const cell = { table: 'facts', row, column: 1 };
    setText(piece, book, value, STYLES.note, { x: FACTS_LEFT + width, y, width, align: 'right', role: 'TD', cell });
  });
}
