import type { CurrencyCode, Language } from '@barrier/schema/market/market.type.ts';
import { BadInput } from '../../../platform/input-shape.ts';
import type { GroupBook } from './group-book.ts';
import type { IngredientBook } from './ingredient-book.ts';
import { isVariantColumn } from './shopify-columns.ts';

/** A row of a file: its cells by column name. A column that the file does not have is not in it. */
export interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** What a file leaves open. */
export interface RowReading {
  readonly language: Language;
  /** The currency of its prices. */
  readonly currency: CurrencyCode;
  readonly groups: GroupBook;
  readonly ingredients: IngredientBook;
  /** Is told what of a row was taken otherwise than it stands there. */
  readonly onNote?: (line: number, note: string) => void;
}

/** How products are written. */
export interface RowWriting {
  readonly language: Language;
  readonly currency: CurrencyCode;
  readonly groups: GroupBook;
  readonly ingredients: IngredientBook;
}

/** A row that makes its product be refused. */
export class BadRow extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** Calls `read`, and if the input is bad says on which line. */
export function attempt<Result>(line: number, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof BadInput ? new BadRow(line, error.message) : error;
  }
}

/** A cell read by `read`; undefined if the file has no such column. */
export function mapCell<Result>({ cells }: Row, column: string, read: (cell: string) => Result): Result | undefined {
  const cell = cells.get(column);
  return cell === undefined ? undefined : read(cell);
}

/** What stands in columns that are not understood, of the product or of the variant; empty where a cell is. */
export function keptFields(
  { cells }: Row,
  ofVariant: boolean,
  understood: (column: string) => boolean,
): Record<string, string> {
  const kept = [...cells].filter(([column]) => !understood(column) && isVariantColumn(column) === ofVariant);
  return Object.fromEntries(kept.map(([column, cell]) => [column, cell.trim()]));
}
