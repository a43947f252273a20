import type { Face, Figures, FontBook, Run } from './invoice-fonts.ts';
import { wrapText } from './wrap-text.ts';

/** A4 in points, y downwards, with margins as on a business letter (DIN 5008). */
export const SHEET = {
  width: 595.28,
  height: 841.89,
  left: 70.87,
  right: 538.58,
  top: 51,
  bottom: 748,
  footer: 764,
} as const;

/** The colours of the shop, on white paper. */
const COLOURS = {
  ink: '#17221f',
  soft: '#47524e',
  faint: '#626c67',
  eucalyptus: '#2d5a4d',
  hairline: '#dcd7cb',
} as const;
/** The name of a colour. */
export type Colour = keyof typeof COLOURS;

/** How a text is set: face, size and line height in points, colour. */
export interface TextStyle {
  face: Face;
  size: number;
  leading: number;
  colour: Colour;
  figures: Figures;
}

/** The styles of an invoice. */
export const STYLES = {
  wordmark: { face: 'display', size: 21, leading: 24, colour: 'eucalyptus', figures: 'proportional' },
  title: { face: 'display', size: 29, leading: 36, colour: 'ink', figures: 'proportional' },
  sum: { face: 'strong', size: 12, leading: 18, colour: 'ink', figures: 'tabular' },
  body: { face: 'text', size: 9.5, leading: 14, colour: 'ink', figures: 'proportional' },
  strong: { face: 'strong', size: 9, leading: 13, colour: 'ink', figures: 'proportional' },
  cell: { face: 'text', size: 9, leading: 13, colour: 'ink', figures: 'tabular' },
  figure: { face: 'text', size: 9, leading: 13, colour: 'soft', figures: 'tabular' },
  note: { face: 'text', size: 9, leading: 13, colour: 'ink', figures: 'proportional' },
  soft: { face: 'text', size: 8.5, leading: 13, colour: 'soft', figures: 'proportional' },
  softFigure: { face: 'text', size: 8.5, leading: 13, colour: 'soft', figures: 'tabular' },
  head: { face: 'text', size: 7.5, leading: 10, colour: 'faint', figures: 'proportional' },
  small: { face: 'text', size: 7.25, leading: 10.5, colour: 'faint', figures: 'proportional' },
} as const satisfies Record<string, TextStyle>;

/** What a text is to a screen reader; an artifact (a repeated head, a page number) is skipped. */
export type Role = 'H1' | 'P' | 'TH' | 'TD' | 'artifact';

/** A text of one or more lines on its place. */
export interface TextBlock {
  role: Role;
  /** For TH and TD: where the cell is; two texts in the same place are one cell. */
  cell?: { table: string; row: number; column: number; scope?: 'Row' | 'Column' };
  style: TextStyle;
  lines: { runs: (Run & { width: number })[]; x: number; baseline: number }[];
}

/** A horizontal line. */
export interface Rule {
  x: number;
  y: number;
  width: number;
  thickness: number;
  colour: Colour;
}

/** Something set, `height` high, its coordinates relative to its own top until it is put on a page. */
export interface Piece {
  height: number;
  blocks: TextBlock[];
  rules: Rule[];
}

/** All that stands on one page, in reading order. */
export type InvoicePage = Omit<Piece, 'height'>;

/** The hexadecimal value of a colour. */
export function colourOf(colour: Colour): string {
  return COLOURS[colour];
}

/** Where and as what a text is set. */
export interface Setting {
  x: number;
  y: number;
  width: number;
  align?: 'left' | 'right';
  maxLines?: number;
  role?: Role;
  cell?: NonNullable<TextBlock['cell']>;
}

/** Sets a text into a piece and answers the y below it; a line feed in the text breaks the line. */
export function setText(piece: Piece, book: FontBook, text: string, style: TextStyle, setting: Setting): number {
  const { x, y, width, align = 'left', maxLines = 1, role = 'P', cell } = setting;
  const measure = (part: string) => widthIn(book, style, part);
  const lines = text.split('\n').flatMap((part) => wrapText(part, { width, maxLines, measure }));
  const placed = lines.map((line, index) => {
    const runs = book
      .runsOf(line, style.face)
      .map((run) => ({ ...run, width: book.widthOf([run], style.size, style.figures) }));
    const indent = align === 'right' ? width - runs.reduce((sum, run) => sum + run.width, 0) : 0;
    // Capitals stand in the middle of their line: they are about 0.72 em high in all our faces.
    return { runs, x: x + indent, baseline: y + (index + 0.5) * style.leading + style.size * 0.36 };
  });
  piece.blocks.push({ role, style, lines: placed, ...(cell && { cell }) });
  const below = y + lines.length * style.leading;
  piece.height = Math.max(piece.height, below);
  return below;
}

/** How wide a text gets on one line, in points. */
export function widthIn(book: FontBook, { face, size, figures }: TextStyle, text: string): number {
  return book.widthOf(book.runsOf(text, face), size, figures);
}

/** Draws a line into a piece, from the left margin to the right unless told; it ends the piece where it stands below all else. */
export function setRule(
  piece: Piece,
  { x = SHEET.left, y, thickness, colour }: Pick<Rule, 'y' | 'thickness' | 'colour'> & { x?: number },
): void {
  piece.rules.push({ x, y, width: SHEET.right - x, thickness, colour });
  piece.height = Math.max(piece.height, y);
}

/** A piece with nothing on it. */
export function emptyPiece(): Piece {
  return { height: 0, blocks: [], rules: [] };
}

/** Puts a piece on a page with its top at `y`; as `artifact` where it only repeats what was said. */
export function putOn(page: InvoicePage, piece: Piece, y: number, as?: 'artifact'): void {
  for (const block of piece.blocks) {
    const lines = block.lines.map((line) => ({ ...line, baseline: line.baseline + y }));
    page.blocks.push({ ...block, lines, role: as ?? block.role });
  }
  for (const rule of piece.rules) page.rules.push({ ...rule, y: rule.y + y });
}
