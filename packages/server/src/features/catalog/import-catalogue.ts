import type { CurrencyCode, Language } from '@barrier/schema/market/market.type.ts';
import type { ProductDraft } from './product-draft.ts';
import { readGroups, readIngredientSlugs } from './store-groups.ts';
import { GroupBook } from './transfer/group-book.ts';
import { BadInput } from './transfer/input-shape.ts';
import { productFromJson } from './transfer/product-from-json.ts';
import { productFromRows } from './transfer/product-from-rows.ts';
import { readCsvRecords } from './transfer/read-csv-records.ts';
import { type ReadProgress, readLines } from './transfer/read-lines.ts';
import { readProductGroups } from './transfer/read-product-groups.ts';
import { BadRow } from './transfer/row.ts';
import { type CatalogueWriter, type GroupData, type ProductOutcome, writeCatalogue } from './write-catalogue.ts';

/** The formats that can be read: Shopify's product file, and our own, one product to a line. */
export type CatalogueFormat = 'csv' | 'jsonl';

/** What became of a row. The rows of a product share its fate. */
export interface RowReport {
  /** Counted from 1; the header is line 1 of a CSV file. */
  readonly line: number;
  readonly handle: string | null;
  readonly outcome: ProductOutcome | 'REFUSED';
  /** Why it was refused; null if it was not. */
  readonly reason: string | null;
}

/** How far an import has come. */
export interface ImportProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly products: number;
}

/** How many products were created, updated, unchanged or refused, and how many rows there were in all. */
export interface ImportSummary {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly rows: number;
}

/** What to import and how. */
export interface ImportRequest {
  readonly path: string;
  readonly format: CatalogueFormat;
  /** The currency of a CSV file's prices; EUR by default. */
  readonly currency?: CurrencyCode;
  /** The language of a CSV file's texts; English by default. */
  readonly language?: Language;
  /** Finds out what would be written and writes nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onRow?: (report: RowReport) => void;
}

/** A product of the file, ready to be written or refused. */
interface Incoming {
  readonly handle: string | null;
  readonly lines: readonly number[];
  readonly content:
    | { draft: ProductDraft; newGroups: readonly GroupData[] }
    | { refused: { line: number; reason: string } };
}

/** Products written in one transaction: short enough that orders meanwhile do not notice. */
const BATCH = 100;

/** The format that a file's name tells; null if it tells none. */
export function formatOf(path: string): CatalogueFormat | null {
  if (/\.(jsonl|ndjson)$/i.test(path)) return 'jsonl';
  return /\.(csv|tsv|txt)$/i.test(path) ? 'csv' : null;
}

/**
 * Reads products from a file into the catalogue, in batches, by handle: a second import of the same file changes
 * nothing. A bad row refuses its product with line and reason; all others go in.
 * @throws {UnreadableFile} if the file as a whole cannot be read.
 */
export async function importCatalogue(writer: CatalogueWriter, request: ImportRequest): Promise<ImportSummary> {
  const { path, format, dryRun = false, onProgress, onRow } = request;
  const em = writer.store.em.fork();
  const language = request.language ?? 'EN';
  const book = new GroupBook(await readGroups(em), language);
  const known: KnownNames = { book, ingredients: await readIngredientSlugs(em), lines: new Map() };
  const progress: ReadProgress = { bytes: 0, total: 0 };
  const totals = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, REFUSED: 0 };
  let rows = 0;
  let products = 0;
  const report = ({ lines, handle, content }: Incoming, outcome: RowReport['outcome']) => {
    const refused = 'refused' in content ? content.refused : null;
    totals[outcome]++;
    for (const line of lines) {
      rows++;
      onRow?.({ line, handle, outcome, reason: refused && reasonFor(line, refused) });
    }
  };
  let batch: Incoming[] = [];
  const write = async () => {
    const accepted = batch.flatMap(({ content }) => ('draft' in content ? [content] : []));
    const groups = accepted.flatMap(({ newGroups }) => newGroups).filter((group) => book.add(group));
    const drafts = accepted.map(({ draft }) => draft);
    const { products: outcomes } = await writeCatalogue(writer, { products: drafts, groups }, { dryRun });
    for (const incoming of batch) {
      const { content } = incoming;
      report(incoming, 'draft' in content ? (outcomes.get(content.draft.handle) ?? 'UNCHANGED') : 'REFUSED');
    }
    products += batch.length;
    onProgress?.({ bytes: progress.bytes, totalBytes: progress.total, products });
    batch = [];
  };
  const incoming = format === 'csv' ? fromCsv(path, progress, request, book) : fromJsonLines(path, progress);
  for await (const product of incoming) {
    batch.push(checked(product, known));
    if (batch.length >= BATCH) await write();
  }
  await write();
  return {
    created: totals.CREATED,
    updated: totals.UPDATED,
    unchanged: totals.UNCHANGED,
    refused: totals.REFUSED,
    rows,
  };
}

async function* fromCsv(
  path: string,
  progress: ReadProgress,
  request: ImportRequest,
  groups: GroupBook,
): AsyncGenerator<Incoming> {
  const reading = { language: request.language ?? 'EN', currency: request.currency ?? 'EUR', groups } as const;
  for await (const { handle, rows, refusal } of readProductGroups(readCsvRecords(readLines(path, progress)))) {
    const lines = rows.map(({ line }) => line);
    yield {
      handle,
      lines,
      content: refusal ? { refused: refusal } : attemptRows(() => productFromRows(rows, reading)),
    };
  }
}

async function* fromJsonLines(path: string, progress: ReadProgress): AsyncGenerator<Incoming> {
  for await (const { number, text } of readLines(path, progress)) {
    if (text.trim() === '') continue;
    const content = attemptRows(() => ({ draft: productFromJson(text), newGroups: [] }), number);
    yield { handle: 'draft' in content ? content.draft.handle : handleIn(text), lines: [number], content };
  }
}

function attemptRows(
  read: () => { draft: ProductDraft; newGroups: readonly GroupData[] },
  line = 0,
): Incoming['content'] {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadRow) return { refused: { line: error.line, reason: error.message } };
    if (error instanceof BadInput) return { refused: { line, reason: error.message } };
    throw error;
  }
}

/** What a product may refer to, and on which lines the file has had which handles. */
interface KnownNames {
  readonly book: GroupBook;
  readonly ingredients: ReadonlySet<string>;
  readonly lines: Map<string, number>;
}

/** Refuses a product that the file has had before, or that refers to what there is not. */
function checked(incoming: Incoming, { book, ingredients, lines }: KnownNames): Incoming {
  const { handle, content } = incoming;
  const [line = 0] = incoming.lines;
  const refuse = (reason: string): Incoming => ({ ...incoming, content: { refused: { line, reason } } });
  if (handle === null) return incoming;
  const before = lines.get(handle);
  if (before !== undefined)
    return refuse(`The handle stands on line ${before} already; the rows of a product must follow each other.`);
  lines.set(handle, line);
  if (!('draft' in content)) return incoming;
  const { draft, newGroups } = content;
  const coming = new Set(newGroups.map((group) => group.handle));
  if (draft.category && !coming.has(draft.category) && !book.has(draft.category, 'CATEGORY')) {
    return refuse(`category: there is no category "${draft.category}".`);
  }
  const collection = draft.collections?.find((one) => !coming.has(one) && !book.has(one, 'COLLECTION'));
  if (collection !== undefined) return refuse(`collections: there is no collection "${collection}".`);
  const ingredient = draft.ingredients?.find((one) => !ingredients.has(one));
  if (ingredient !== undefined) return refuse(`ingredients: there is no ingredient "${ingredient}".`);
  return incoming;
}

function reasonFor(line: number, refused: { line: number; reason: string }): string {
  return line === refused.line || refused.line === 0
    ? refused.reason
    : `Refused with line ${refused.line} of the same product.`;
}

/** The handle of a line that was refused, if it can be made out. */
function handleIn(text: string): string | null {
  return /"handle"\s*:\s*"([^"]{1,255})"/.exec(text)?.[1] ?? null;
}
