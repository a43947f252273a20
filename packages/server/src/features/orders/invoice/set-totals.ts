import { goodsBeforeDiscount } from './check-invoice.ts';
import type { FontBook } from './invoice-fonts.ts';
import type { InvoiceFormat } from './invoice-format.ts';
import { invoiceNotes } from './invoice-notes.ts';
import { emptyPiece, type Piece, SHEET, STYLES, setRule, setText, type TextStyle, widthIn } from './invoice-page.ts';
import type { InvoiceView } from './invoice-view.ts';
import { INVOICE_WORDS } from './invoice-words.ts';

interface Sum {
  label: string;
  amount: number;
  style: TextStyle;
  /** Room above it. */
  space: number;
}

const LEFT = 330;
const GAP = 14;
const NOTE_WIDTH = 420;

/** The sums, to the right, and the notes under them; stays on one page. */
export function setTotals(view: InvoiceView, book: FontBook, format: InvoiceFormat): Piece {
  const piece = emptyPiece();
  let y = 9;
  sumsOf(view, format).forEach((sum, row) => {
    if (sum.style === STYLES.sum) setRule(piece, { x: LEFT, y: y + 8, thickness: 0.75, colour: 'ink' });
    y = setSum(piece, book, { ...sum, amount: format.money(sum.amount) }, y + sum.space, row);
  });
  y += 26;
  invoiceNotes(view, format).forEach((note, index) => {
    const style = index === 0 ? STYLES.note : STYLES.soft;
    y = setText(piece, book, note, style, { x: SHEET.left, y, width: NOTE_WIDTH, maxLines: 4 }) + 4;
  });
  return piece;
}

/** What it comes to, and, in the tax's currency and for its one rate, from which amount which tax (Art. 226 no. 8 to 10). */
function sumsOf(view: InvoiceView, format: InvoiceFormat): Sum[] {
  const words = INVOICE_WORDS[view.language];
  const taxed = view.taxRate > 0;
  const figure = { style: STYLES.figure, space: 3 };
  const sums: Sum[] = [{ label: words.goods, amount: goodsBeforeDiscount(view), ...figure }];
  if (view.discount > 0) sums.push({ label: words.discount, amount: -view.discount, ...figure });
  sums.push({ label: words.shipping, amount: view.shipping, ...figure });
  sums.push({ label: taxed ? words.totalGross : words.total, amount: view.total, style: STYLES.sum, space: 16 });
  if (!taxed) return sums;
  const vat = words.vat(format.rate(view.taxRate), format.country(view.country));
  sums.push({ label: words.net, amount: view.net, style: STYLES.softFigure, space: 7 });
  sums.push({ label: vat, amount: view.tax, style: STYLES.softFigure, space: 2 });
  return sums;
}

function setSum(
  piece: Piece,
  book: FontBook,
  { label, amount, style }: { label: string; amount: string; style: TextStyle },
  y: number,
  row: number,
): number {
  const width = widthIn(book, style, amount) + 0.5;
  const name = { table: 'sums', row, column: 0, scope: 'Row' as const };
  const labelWidth = SHEET.right - LEFT - GAP - width;
  const below = setText(piece, book, label, style, {
    x: LEFT,
    y,
    width: labelWidth,
    role: 'TH',
    cell: name,
    maxLines: 3,
  });
  const place = { x: SHEET.right - width, y, width, align: 'right' as const, role: 'TD' as const };
  setText(piece, book, amount, style, { ...place, cell: { table: 'sums', row, column: 1 } });
  return below;
}
