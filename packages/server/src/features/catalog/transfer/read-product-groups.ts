import type { CsvRecord } from './read-csv-records.ts';
import { UnreadableFile } from './read-lines.ts';
import type { Row } from './row.ts';
import { columnName } from './shopify-columns.ts';
import { slugOf } from './slug-of.ts';

/** The rows of one product; with line and reason if they are refused already. */
export interface RowGroup {
  readonly handle: string;
  readonly rows: readonly Row[];
  refusal: { readonly line: number; readonly reason: string } | null;
}

/**
 * Groups the records of a Shopify file by product: rows with the same handle that follow each other. A row without
 * handle goes on with the product before it, or, if it has a title, is a product whose handle is made from that.
 * @throws {UnreadableFile} if the header has no title column.
 */
export async function* readProductGroups(records: AsyncIterable<CsvRecord>): AsyncGenerator<RowGroup> {
  let columns: string[] = [];
  let open = null as (RowGroup & { rows: Row[] }) | null;
  for await (const record of records) {
    if (columns.length === 0) {
      if ('cells' in record) columns = headerOf(record.cells);
      continue;
    }
    const bad = 'reason' in record;
    const row = rowOf(record.line, bad ? record.lead : record.cells, columns);
    if (!row && !bad) continue;
    // Whose row a bad one is may not be known; most likely it belongs to the product that is being read.
    const handle: string = row ? handleOf(row, open?.handle) : (open?.handle ?? '');
    const here: Row = { line: record.line, cells: new Map([...(row?.cells ?? []), ['Handle', handle]]) };
    if (open && open.handle !== handle) yield open;
    if (open?.handle === handle) open.rows.push(here);
    else open = { handle, rows: [here], refusal: null };
    if (bad) open.refusal ??= { line: record.line, reason: record.reason };
  }
  if (open) yield open;
}

function headerOf(cells: readonly string[]): string[] {
  const columns = cells.map(columnName);
  if (!columns.includes('Title')) {
    throw new UnreadableFile(
      'The file has no column "Title": the first line must name the columns of a Shopify product file.',
    );
  }
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at);
  if (twice !== undefined) throw new UnreadableFile(`The file has the column "${twice}" twice.`);
  return columns;
}

/** A row with something in it; null for an empty one. */
function rowOf(line: number, cells: readonly string[], columns: readonly string[]): Row | null {
  if (cells.every((cell) => cell.trim() === '')) return null;
  return { line, cells: new Map(columns.flatMap((column, at) => (column === '' ? [] : [[column, cells[at] ?? '']]))) };
}

function handleOf(row: Row, before: string | undefined): string {
  const handle = row.cells.get('Handle')?.trim().toLowerCase() ?? '';
  if (handle !== '') return handle;
  const title = row.cells.get('Title')?.trim() ?? '';
  return title === '' ? (before ?? '') : slugOf(title);
}
