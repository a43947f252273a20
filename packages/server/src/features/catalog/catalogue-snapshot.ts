import type { Bus } from '../../platform/bus/bus.ts';
import type { Store } from '../../platform/orm/store.ts';
import { RecordBuilder } from './build-records.ts';
import type { CollectionRecord, IngredientRecord, ProductRecord, VariantRecord } from './catalogue-records.ts';
import { estimateMemory, type MemoryFigure } from './estimate-memory.ts';
import { facetNames } from './facet-labels.ts';
import type { FacetEntry } from './index/facet-index.ts';
import {
  type CatalogueChanges,
  countActive,
  loadCatalogueChanges,
  readActiveIds,
  readStock,
} from './load-catalogue.ts';
import type { Texts } from './localised-text.ts';
import { type ProductChange, ProductIndex } from './product-index.ts';
import { readCatalogueVersion } from './read-catalogue-rows.ts';
import { raiseVersion } from './write-catalogue.ts';

/** What a snapshot is loaded from. */
export interface SnapshotSource {
  readonly store: Store;
  readonly bus: Bus;
  /** Told of errors while reloading; the snapshot goes on with what it holds. */
  readonly onError: (error: unknown) => void;
  /** How often the version is looked at in case an event was lost or another process wrote; 1,000 by default. */
  readonly pollMilliseconds?: number;
}

/**
 * Every so many looks at the version the stock of all variants is read as well, in case an event was lost, and what is held is
 * counted, since rows deleted by hand leave no newer version.
 */
const LOOKS_PER_CHECK = 60;

/**
 * The catalogue in memory (D18): all active products with ingredients and collections, and the index over them. It
 * follows `catalogue-changed` and `stock-changed`, row by row, and changes between two requests, never during one.
 */
export class CatalogueSnapshot {
  /** The catalogue version that is held. */
  version = 0;
  readonly index: ProductIndex;
  private readonly builder = new RecordBuilder();
  private readonly byId = new Map<string, ProductRecord>();
  private readonly bySlug = new Map<string, ProductRecord>();
  private readonly variantOwners = new Map<string, ProductRecord>();
  private readonly ingredientsBySlug = new Map<string, IngredientRecord>();
  private readonly collectionsByHandle = new Map<string, CollectionRecord>();
  /** Put together when asked for, anew after names have changed. */
  private labelsByLanguage: string[][] = [];
  private work: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private looks = 0;

  private constructor(private readonly source: SnapshotSource) {
    this.index = new ProductIndex((entry) => this.nameOf(entry));
  }

  /** Loads the catalogue and follows its changes until it is closed. */
  static async load(source: SnapshotSource): Promise<CatalogueSnapshot> {
    const snapshot = new CatalogueSnapshot(source);
    await snapshot.refresh();
    source.bus.subscribe('catalogue-changed', ({ version }) =>
      version > snapshot.version ? snapshot.refresh() : undefined,
    );
    source.bus.subscribe('stock-changed', ({ variantIds }) => snapshot.refreshStock(variantIds));
    snapshot.timer = setInterval(() => void snapshot.look(), source.pollMilliseconds ?? 1_000).unref();
    return snapshot;
  }

  /** The product at an address, if it is sold. */
  product(slug: string): ProductRecord | undefined {
    return this.bySlug.get(slug);
  }

  /** The addresses of all products that are sold. */
  slugs(): Iterable<string> {
    return this.bySlug.keys();
  }

  /** The variant with an id and the product it belongs to, if it is sold. */
  variant(id: string): { product: ProductRecord; variant: VariantRecord } | undefined {
    const product = this.variantOwners.get(id);
    const variant = product?.variants.find((one) => one.id === id);
    return product && variant && { product, variant };
  }

  /** The ingredient at an address. */
  ingredient(slug: string): IngredientRecord | undefined {
    return this.ingredientsBySlug.get(slug);
  }

  /** All ingredients, in the order of their addresses. */
  ingredients(): IngredientRecord[] {
    return [...this.ingredientsBySlug.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  }

  /** The category or collection with a handle. */
  collection(handle: string): CollectionRecord | undefined {
    return this.collectionsByHandle.get(handle);
  }

  /** All categories and collections, each kind in its own order. */
  collections(): CollectionRecord[] {
    return [...this.collectionsByHandle.values()].sort(
      (a, b) => a.position - b.position || (a.handle < b.handle ? -1 : 1),
    );
  }

  /** The names of all facet values in a language, by their numbers in the facet index. */
  labels(lang: number): readonly string[] {
    const { facets } = this.index;
    const labels = this.labelsByLanguage[lang] ?? [];
    this.labelsByLanguage[lang] = labels;
    for (let number = labels.length; number < facets.size; number++) {
      const label = this.labelOf(facets.entry(number));
      labels.push(typeof label === 'string' ? label : (label[lang] as string));
    }
    return labels;
  }

  private labelOf({ facet, value }: FacetEntry): Texts | string {
    if (facet === 'CATEGORY' || facet === 'COLLECTION') return this.collection(value)?.title ?? value;
    if (facet === 'INGREDIENT') return this.ingredient(value)?.commonName ?? value;
    return facetNames(facet, value);
  }

  /** The money object of an amount; place is that of the currency in `CURRENCIES`. */
  money(currency: number, amount: number) {
    return this.builder.moneyOf(currency, amount);
  }

  /** Reads what is newer than what is held. Concurrent calls follow each other. */
  refresh(): Promise<void> {
    return this.queue(async () => {
      const { store } = this.source;
      this.apply(await loadCatalogueChanges(store, this.version, this.builder));
      // Rows deleted by hand leave no newer row behind; they are missed in the count.
      if ((await countActive(store)) !== this.byId.size) this.dropAllBut(await readActiveIds(store));
    });
  }

  /** Reads the stock of variants anew; of all of them if none are named. */
  refreshStock(variantIds: readonly string[] | null): Promise<void> {
    return this.queue(async () => {
      for (const row of await readStock(this.source.store, variantIds)) {
        const held = this.variant(row.id);
        if (!held || (held.variant.stock === row.stock && held.variant.stockTracked === Boolean(row.stock_tracked)))
          continue;
        held.variant.stock = row.stock;
        held.variant.stockTracked = Boolean(row.stock_tracked);
        this.index.noteStockOf(held.product);
      }
    });
  }

  /** How much memory the read model takes, estimated. */
  memory(): MemoryFigure {
    return estimateMemory(this.byId.values(), this.index);
  }

  /** Stops following; what is held stays readable. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.work;
  }

  private async look(): Promise<void> {
    try {
      if ((await readCatalogueVersion(this.source.store.em.fork())) > this.version) await this.refresh();
      if (++this.looks % LOOKS_PER_CHECK !== 0) return;
      await this.refreshStock(null);
      await this.noticeDeleted();
    } catch (error) {
      this.source.onError(error);
    }
  }

  /** What was deleted by hand is a change of the catalogue like any other, also for what is kept by its version. */
  private async noticeDeleted(): Promise<void> {
    const { store, bus } = this.source;
    if ((await countActive(store)) === this.byId.size) return;
    const ids = await readActiveIds(store);
    if ([...this.byId.keys()].every((id) => ids.has(id))) return;
    await bus.publish('catalogue-changed', { version: await raiseVersion(store) });
  }

  private queue(task: () => Promise<void>): Promise<void> {
    const done = this.work.then(task);
    this.work = done.catch(this.source.onError);
    return done;
  }

  private apply({ version, products, ingredients, collections }: CatalogueChanges): void {
    for (const ingredient of ingredients) this.ingredientsBySlug.set(ingredient.slug, ingredient);
    for (const collection of collections) this.collectionsByHandle.set(collection.handle, collection);
    if (ingredients.length > 0 || collections.length > 0) {
      this.labelsByLanguage = [];
      this.index.renameValues();
    }
    this.replace([...products].map(([id, after]) => ({ before: this.byId.get(id) ?? null, after })));
    this.version = version;
  }

  private dropAllBut(ids: ReadonlySet<string>): void {
    const gone = [...this.byId.values()].filter(({ id }) => !ids.has(id));
    this.replace(gone.map((before) => ({ before, after: null })));
  }

  private replace(changes: readonly ProductChange[]): void {
    if (changes.length === 0) return;
    for (const { before } of changes) {
      if (!before) continue;
      this.byId.delete(before.id);
      this.bySlug.delete(before.slug);
      for (const { id } of before.variants) this.variantOwners.delete(id);
    }
    for (const { after } of changes) {
      if (!after) continue;
      this.byId.set(after.id, after);
      this.bySlug.set(after.slug, after);
      for (const { id } of after.variants) this.variantOwners.set(id, after);
    }
    this.index.apply(changes);
  }

  /** What search finds a facet value by. */
  private nameOf(entry: FacetEntry): Texts | string {
    // "Without mineral oil" would make every product an answer to "oil".
    if (entry.facet === 'FREE_FROM') return '';
    const label = this.labelOf(entry);
    const inci = entry.facet === 'INGREDIENT' ? this.ingredient(entry.value)?.inci : undefined;
    return inci && typeof label !== 'string' ? label.map((name) => `${name} ${inci}`) : label;
  }
}
