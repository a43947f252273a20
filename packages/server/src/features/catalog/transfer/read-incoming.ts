import { BadInput } from '../../../platform/input-shape.ts';
import { productFromRows, type ReadProduct } from './product-from-rows.ts';
import { readCsvRecords } from './read-csv-records.ts';
import { type ReadProgress, readLines, TOO_LONG } from './read-lines.ts';
import { readProductGroups } from './read-product-groups.ts';
import { type JsonRecord, recordFromJson } from './record-from-json.ts';
import { BadRow, type Row, type RowReading } from './row.ts';

/** Why something of a file is not taken in, and on which of its lines that stands. */
export interface Refusal {
  readonly refused: { readonly line: number; readonly reason: string };
}

/** A product, group or ingredient of a file, or what is refused of it. */
export interface Incoming<Content = ReadProduct | JsonRecord | Refusal> {
  /** What it is; null for a line of JSON that is refused, which may have meant anything. */
  readonly kind: 'product' | 'group' | 'ingredient' | null;
  /** Its handle or slug, as far as it can be made out. */
  readonly handle: string | null;
  readonly lines: readonly number[];
  readonly content: Content;
  /** What of a row was taken otherwise than it stands there, by line. */
  readonly notes?: ReadonlyMap<number, string>;
}

/** Where to read, and how far that has come. */
export interface Source {
  readonly path: string;
  readonly progress: ReadProgress;
}

/** The products of a Shopify file. */
export async function* readCsv({ path, progress }: Source, reading: RowReading): AsyncGenerator<Incoming> {
  for await (const { handle, rows, refusal } of readProductGroups(readCsvRecords(readLines(path, progress)))) {
    const lines = rows.map(({ line }) => line);
    const notes = new Map<number, string>();
    const onNote = (line: number, note: string) =>
      void notes.set(line, notes.has(line) ? `${notes.get(line)} ${note}` : note);
    const content = refusal
      ? { refused: refusal }
      : attempted(() => productFromRows(storable(rows), { ...reading, onNote }));
    yield { kind: 'product', handle, lines, content, notes };
  }
}

/** The products, groups and ingredients of a file of our own JSON Lines format. */
export async function* readJsonLines({ path, progress }: Source): AsyncGenerator<Incoming> {
  for await (const { number, text, tooLong } of readLines(path, progress)) {
    if (text.trim() === '' && !tooLong) continue;
    const content = tooLong
      ? { refused: { line: number, reason: TOO_LONG } }
      : attempted(() => recordFromJson(text), number);
    yield { ...named(content, text), lines: [number], content };
  }
}

function attempted<Content>(read: () => Content, line = 0): Content | Refusal {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadRow) return { refused: { line: error.line, reason: error.message } };
    if (error instanceof BadInput) return { refused: { line, reason: error.message } };
    throw error;
  }
}

/** Refuses what PostgreSQL cannot store: it would refuse the products before and after as well. */
function storable(rows: readonly Row[]): readonly Row[] {
  for (const { line, cells } of rows) {
    for (const [column, cell] of cells) {
      if (cell.includes('\0')) throw new BadRow(line, `${column}: the cell has a character that is none (\\u0000).`);
    }
  }
  return rows;
}

function named(content: JsonRecord | Refusal, text: string): Pick<Incoming, 'kind' | 'handle'> {
  if ('draft' in content) return { kind: 'product', handle: content.draft.handle };
  if ('group' in content) return { kind: 'group', handle: content.group.handle };
  if ('ingredient' in content) return { kind: 'ingredient', handle: content.ingredient.slug };
  return { kind: null, handle: /"(?:handle|slug)"\s*:\s*"([^"]{1,255})"/.exec(text)?.[1] ?? null };
}
