import { includedVat } from '../../markets/included-vat.ts';
import type { FontBook } from './invoice-fonts.ts';
import type { InvoiceFormat } from './invoice-format.ts';
import { emptyPiece, type Piece, SHEET, STYLES, setRule, setText, type TextStyle, widthIn } from './invoice-page.ts';
import type { InvoiceLine, InvoiceView } from './invoice-view.ts';
import { INVOICE_WORDS } from './invoice-words.ts';

/** The table of what was sold: its head, which each page repeats, and one piece for each line. */
export interface LineTable {
  head: Piece;
  rows: Piece[];
}

interface FigureColumn {
  head: string;
  style: TextStyle;
  textOf(line: InvoiceLine): string;
}

/** A column on its place. */
interface PlacedColumn extends FigureColumn {
  x: number;
  width: number;
}

const GAP = 16;
const PADDING = 7;

/** Sets the lines; the columns of figures are as wide as they need to be, the description has the rest. */
export function setLines(view: InvoiceView, book: FontBook, format: InvoiceFormat): LineTable {
  const columns = placeColumns(figureColumns(view, format), view.lines, book);
  const first = columns[0];
  const description = { x: SHEET.left, width: (first ? first.x - GAP : SHEET.right) - SHEET.left };
  return {
    head: setHead(columns, description, INVOICE_WORDS[view.language].description, book),
    rows: view.lines.map((line, index) => setRow(line, index + 1, columns, description, book)),
  };
}

function setHead(
  columns: PlacedColumn[],
  description: { x: number; width: number },
  title: string,
  book: FontBook,
): Piece {
  const piece = emptyPiece();
  const heads = [
    { ...description, head: title, align: 'left' as const },
    ...columns.map((c) => ({ ...c, align: 'right' as const })),
  ];
  const lineCounts = heads.map(({ head }) => head.split('\n').length);
  const most = Math.max(...lineCounts);
  heads.forEach(({ head, x, width, align }, column) => {
    // A head of one line stands beside the last line of the others.
    const y = (most - (lineCounts[column] ?? 1)) * STYLES.head.leading;
    const cell = { table: 'lines', row: 0, column, scope: 'Column' as const };
    setText(piece, book, head, STYLES.head, { x, y, width, align, role: 'TH', cell });
  });
  setRule(piece, { y: piece.height + 5, thickness: 0.75, colour: 'ink' });
  return piece;
}

function setRow(
  line: InvoiceLine,
  row: number,
  columns: PlacedColumn[],
  description: { x: number; width: number },
  book: FontBook,
): Piece {
  const piece = emptyPiece();
  const cell = { table: 'lines', row, column: 0 };
  const place = { ...description, role: 'TD' as const, cell };
  const y = setText(piece, book, line.title, STYLES.strong, { ...place, y: PADDING, maxLines: 4 });
  if (line.variantTitle.trim()) setText(piece, book, line.variantTitle, STYLES.soft, { ...place, y, maxLines: 3 });
  columns.forEach(({ x, width, style, textOf }, index) => {
    const setting = { x, y: PADDING, width, align: 'right' as const, role: 'TD' as const };
    setText(piece, book, textOf(line), style, { ...setting, cell: { ...cell, column: index + 1 } });
  });
  setRule(piece, { y: piece.height + PADDING, thickness: 0.5, colour: 'hairline' });
  return piece;
}

/** Where a tax is included, the unit price stands without it as well (Art. 226 no. 8); the discount stands there if there is one. */
function figureColumns(view: InvoiceView, format: InvoiceFormat): FigureColumn[] {
  const words = INVOICE_WORDS[view.language];
  const taxed = view.taxRate > 0;
  const netOf = ({ unitPrice }: InvoiceLine) => unitPrice - includedVat(unitPrice, view.taxRate);
  const discountOf = (line: InvoiceLine) => line.unitPrice * line.quantity - line.linePrice;
  const column = (head: string, textOf: FigureColumn['textOf'], style: TextStyle = STYLES.figure) => ({
    head,
    textOf,
    style,
  });
  return [
    column(words.quantity, (line) => format.number(line.quantity)),
    ...(taxed ? [column(words.unitNet, (line) => format.money(netOf(line)))] : []),
    column(taxed ? words.unitGross : words.unitPrice, (line) => format.money(line.unitPrice)),
    ...(view.discount > 0
      ? [column(words.lineDiscount, (line) => (discountOf(line) > 0 ? format.money(-discountOf(line)) : '–'))]
      : []),
    column(taxed ? words.amountGross : words.amount, (line) => format.money(line.linePrice), STYLES.cell),
  ];
}

function placeColumns(columns: FigureColumn[], lines: readonly InvoiceLine[], book: FontBook): PlacedColumn[] {
  let right: number = SHEET.right;
  return columns
    .toReversed()
    .map((column) => {
      const heads = column.head.split('\n').map((text) => widthIn(book, STYLES.head, text));
      const values = lines.map((line) => widthIn(book, column.style, column.textOf(line)));
      // A hair more than measured, lest rounding break a line.
      const width = Math.max(...heads, ...values) + 0.5;
      const placed = { ...column, x: right - width, width };
      right -= width + GAP;
      return placed;
    })
    .toReversed();
}
