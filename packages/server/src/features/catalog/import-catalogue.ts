import type { CurrencyCode, Language } from '@barrier/schema/market/market.type.ts';
import type { ProductDraft } from './product-draft.ts';
import { readGroups, readIngredients } from './store-groups.ts';
import { type Checked, checkIncoming, type KnownNames } from './transfer/check-incoming.ts';
import { GroupBook } from './transfer/group-book.ts';
import { ingredientBook } from './transfer/ingredient-book.ts';
import { type Refusal, readCsv, readJsonLines, type Source } from './transfer/read-incoming.ts';
import {
  type CatalogueChange,
  type CatalogueWriter,
  type GroupData,
  type IngredientData,
  type Outcome,
  type WrittenCatalogue,
  writeCatalogue,
} from './write-catalogue.ts';

/** The formats that can be read: Shopify's product file, and our own, one product, group or ingredient to a line. */
export type CatalogueFormat = 'csv' | 'jsonl';

/** What became of a row. The rows of a product share its fate. */
export interface RowReport {
  /** Counted from 1; the header is line 1 of a CSV file. */
  readonly line: number;
  readonly handle: string | null;
  readonly outcome: Outcome | 'REFUSED';
  /** Why it was refused; null if it was not. */
  readonly reason: string | null;
  /** What of it was taken otherwise than it stands there. */
  readonly note?: string | undefined;
}

/** How far an import has come. */
export interface ImportProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly products: number;
}

/** How many of a kind were created, updated or left as they were. */
export interface OutcomeCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What became of the products, of what they refer to, how many of all were refused, and how many rows there were. */
export interface ImportSummary extends OutcomeCounts {
  readonly refused: number;
  readonly rows: number;
  /** Categories and collections that the file has lines for, or that its products made. */
  readonly groups: OutcomeCounts;
  readonly ingredients: OutcomeCounts;
}

/** A group or ingredient that was made because a product names it and the shop did not have it. */
export interface MadeName {
  readonly kind: 'CATEGORY' | 'COLLECTION' | 'INGREDIENT';
  readonly name: string;
  /** The first line of the product that names it. */
  readonly line: number;
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
  readonly onMade?: (made: MadeName) => void;
}

/** Products written in one transaction: short enough that orders meanwhile do not notice. */
const BATCH = 100;

/** The format that a file's name tells; null if it tells none. */
export function formatOf(path: string): CatalogueFormat | null {
  if (/\.(jsonl|ndjson)$/i.test(path)) return 'jsonl';
  return /\.(csv|tsv|txt)$/i.test(path) ? 'csv' : null;
}

/**
 * Reads a file into the catalogue, in batches, by handle: a second import of the same file changes nothing. A bad row refuses
 * its product with line and reason; all others go in. A CSV file's products make the categories, collections and
 * ingredients that they name and the shop does not have; JSON Lines have lines for these, before the products.
 * @throws {UnreadableFile} if the file as a whole cannot be read.
 */
export async function importCatalogue(writer: CatalogueWriter, request: ImportRequest): Promise<ImportSummary> {
  const { path, format, language = 'EN', currency = 'EUR', dryRun = false, onProgress } = request;
  const em = writer.store.em.fork();
  const groups = new GroupBook(await readGroups(em), language);
  const ingredients = ingredientBook(await readIngredients(em), language);
  const known: KnownNames = { groups, ingredients, lines: new Map() };
  const source: Source = { path, progress: { bytes: 0, total: 0 } };
  const tally = new ImportTally(request);
  let batch: Checked[] = [];
  const write = async () => {
    const change = changeOf(batch, known, request.onMade);
    tally.count(batch, await writeCatalogue(writer, change, { dryRun }));
    onProgress?.({ bytes: source.progress.bytes, totalBytes: source.progress.total, products: tally.products });
    batch = [];
  };
  const incoming =
    format === 'csv' ? readCsv(source, { language, currency, groups, ingredients }) : readJsonLines(source);
  for await (const one of incoming) {
    batch.push(checkIncoming(one, known));
    if (batch.length >= BATCH) await write();
  }
  await write();
  return tally.summary();
}

/** What a batch writes: what is accepted of it, and what its products name that there was not. */
function changeOf(
  batch: readonly Checked[],
  known: KnownNames,
  onMade: ImportRequest['onMade'],
): Required<CatalogueChange> {
  const products: ProductDraft[] = [];
  const groups: GroupData[] = [];
  const ingredients: IngredientData[] = [];
  for (const { content, lines } of batch) {
    if ('group' in content) groups.push(content.group);
    if ('ingredient' in content) ingredients.push(content.ingredient);
    if (!('draft' in content)) continue;
    products.push(content.draft);
    const [line = 0] = lines;
    for (const group of known.groups.settle(content.groups)) {
      groups.push(group);
      onMade?.({ kind: group.kind, name: Object.values(group.title)[0] ?? group.handle, line });
    }
    for (const ingredient of known.ingredients.settle(content.ingredients)) {
      ingredients.push(ingredient);
      onMade?.({ kind: 'INGREDIENT', name: ingredient.inci, line });
    }
  }
  return { products, groups, ingredients };
}

/** Counts what became of a file, and tells it row by row. */
class ImportTally {
  private readonly counts = { product: counter(), group: counter(), ingredient: counter() };
  private refused = 0;
  private rows = 0;
  /** How many products have been read. */
  products = 0;

  constructor(private readonly request: ImportRequest) {}

  count(batch: readonly Checked[], written: WrittenCatalogue): void {
    const outcomes = { product: written.products, group: written.groups, ingredient: written.ingredients };
    for (const kind of ['product', 'group', 'ingredient'] as const) {
      for (const outcome of outcomes[kind].values()) this.counts[kind][outcome]++;
    }
    for (const { kind, handle, lines, content, notes } of batch) {
      const refused = 'refused' in content ? content.refused : null;
      const outcome = refused || kind === null ? 'REFUSED' : (outcomes[kind].get(handle ?? '') ?? 'UNCHANGED');
      if (refused) this.refused++;
      if (kind === 'product' || kind === null) this.products++;
      this.rows += lines.length;
      for (const line of lines) {
        const reason = refused && reasonFor(line, refused);
        this.request.onRow?.({ line, handle, outcome, reason, note: refused ? undefined : notes?.get(line) });
      }
    }
  }

  summary(): ImportSummary {
    const { product, group, ingredient } = this.counts;
    return {
      ...inWords(product),
      refused: this.refused,
      rows: this.rows,
      groups: inWords(group),
      ingredients: inWords(ingredient),
    };
  }
}

function counter(): Record<Outcome, number> {
  return { CREATED: 0, UPDATED: 0, UNCHANGED: 0 };
}

function inWords(counts: Record<Outcome, number>): OutcomeCounts {
  return { created: counts.CREATED, updated: counts.UPDATED, unchanged: counts.UNCHANGED };
}

function reasonFor(line: number, refused: Refusal['refused']): string {
  return line === refused.line || refused.line === 0
    ? refused.reason
    : `Refused with line ${refused.line} of the same product.`;
}
