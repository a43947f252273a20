import { bestStockOf, DESCRIPTION, type ProductRecord } from './catalogue-records.ts';
import { type Bitset, emptySet, exclude, include, widened } from './index/bitset.ts';
import { type CountedSet, type FacetEntry, FacetIndex } from './index/facet-index.ts';
import type { SetFacet } from './index/facet-values.ts';
import { type PriceBand, priceBands } from './index/price-bands.ts';
import type { ProductOrder } from './index/product-order.ts';
import { ProductOrders } from './index/product-orders.ts';
import { MARKETS } from './locale.ts';
import type { Texts } from './localised-text.ts';
import { ProductSearch } from './search/product-search.ts';
import type { IndexedText } from './search/search-index.ts';

/** What a market sells: the products with a price there, how many of them have which facet value, and their bands of prices. */
export interface MarketShelf extends CountedSet {
  set: Bitset;
  size: number;
  counts: Uint32Array;
  bands: readonly PriceBand[];
}

/** A product that is new, changed (with what it was before) or gone. */
export interface ProductChange {
  readonly before: ProductRecord | null;
  readonly after: ProductRecord | null;
}

/** Products whose words are indexed in one go, some ten milliseconds' worth. */
const AT_ONCE = 50;

/** The names of a facet value in all languages; the index itself knows only handles and slugs. */
export type NameFacetValue = (entry: FacetEntry) => Texts | string;

/**
 * The index that lists, searches and facets are answered from (D18): each product has a slot, and bit sets over slots
 * say what it has. It is built from records and kept up record by record; it reads no database.
 */
export class ProductIndex {
  /** By slot. */
  readonly products: (ProductRecord | undefined)[] = [];
  readonly orders = new ProductOrders(this.products);
  readonly facets: FacetIndex;
  private readonly search: ProductSearch;
  private readonly shelves: MarketShelf[];
  inStock: Bitset;
  private readonly slots = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly valueNames: IndexedText[][] = [];
  private shelvesStale = false;
  private searchableLater: Promise<void> | null = null;
  /** Changes whose words are not yet indexed, oldest first. */
  private readonly unsearched: (ProductChange & { readonly slot: number })[] = [];

  constructor(
    private readonly nameOf: NameFacetValue,
    public capacity = 1024,
  ) {
    this.facets = new FacetIndex(capacity, (number) => this.nameValue(number));
    this.search = new ProductSearch((value) => this.facets.setOf(value));
    this.inStock = emptySet(capacity);
    this.shelves = MARKETS.map(() => ({
      set: emptySet(capacity),
      size: 0,
      counts: new Uint32Array(0),
      rankings: new Map(),
      parts: new Map(),
      bands: [],
    }));
  }

  /** Takes in changes, all at once: no reader sees some of them. */
  apply(changes: readonly ProductChange[]): void {
    const removed = new Set<number>();
    const added: number[] = [];
    this.search.forget();
    this.makeRoom(changes.length);
    for (const { before, after } of changes) {
      const slot = this.slotFor(before, after);
      if (slot === null) continue;
      if (before) removed.add(slot);
      if (after) added.push(slot);
      this.products[slot] = after ?? undefined;
      this.facets.set(slot, after);
      this.unsearched.push({ slot, before, after });
      this.noteStock(slot);
      for (const [mkt, { set }] of this.shelves.entries()) (after?.priceFrom[mkt] ? include : exclude)(set, slot);
    }
    this.orders.update(removed, added);
    this.shelvesStale = true;
    // Words take longer than all the rest: a shop that starts answers lists first, and is searchable a moment later.
    if (this.unsearched.length <= AT_ONCE) this.indexWords(AT_ONCE);
    else this.searchableLater ??= this.indexWordsLater();
  }

  /** Resolves once every product's words are indexed; null if they are. Whoever waits keeps nobody else waiting. */
  whenSearchable(): Promise<void> | null {
    return this.unsearched.length === 0 ? null : this.searchableLater;
  }

  /** The search, with every product's words in it: those that are not yet are indexed at once. */
  searchable(): ProductSearch {
    this.indexWords(Number.POSITIVE_INFINITY);
    return this.search;
  }

  /** Takes note of a product's present stock. */
  noteStockOf(product: ProductRecord): void {
    const slot = this.slots.get(product.id);
    if (slot !== undefined) this.noteStock(slot);
  }

  /** Names all facet values anew, after ingredients or collections were renamed. */
  renameValues(): void {
    for (let number = 0; number < this.facets.size; number++) this.nameValue(number);
  }

  /** What a market sells. */
  shelf(mkt: number): MarketShelf {
    if (this.shelvesStale) {
      for (const [at, shelf] of this.shelves.entries()) {
        const prices = this.orders.prices[at] as ProductOrder;
        shelf.size = prices.slots.length;
        shelf.counts = this.facets.countAll(shelf.set);
        shelf.rankings.clear();
        shelf.parts.clear();
        shelf.bands = priceBands(prices, this.capacity);
      }
      this.shelvesStale = false;
    }
    return this.shelves[mkt] as MarketShelf;
  }

  /** How many products of a market have a value of a facet. */
  countWith(facet: SetFacet, value: string, mkt: number): number {
    const number = this.facets.numberOf(facet, value);
    return number === undefined ? 0 : (this.shelf(mkt).counts[number] ?? 0);
  }

  /** Bytes held by each part, estimated. */
  bytes(): { search: number; facets: number; orders: number } {
    return { search: this.search.bytes(), facets: this.facets.bytes() + this.capacity, orders: this.orders.bytes() };
  }

  private indexWords(most: number): void {
    const waiting = this.unsearched.length;
    if (waiting === 0) return;
    this.search.forget();
    for (const { slot, before, after } of this.unsearched.splice(0, most)) {
      this.search.products.set(slot, before && indexedTexts(before), after && indexedTexts(after));
    }
    if (waiting > AT_ONCE && this.unsearched.length === 0) this.search.products.compact();
  }

  private async indexWordsLater(): Promise<void> {
    while (this.unsearched.length > 0) {
      await new Promise<void>((resolve) => setImmediate(resolve).unref());
      this.indexWords(AT_ONCE);
    }
    this.searchableLater = null;
    this.search.products.compact();
  }

  private slotFor(before: ProductRecord | null, after: ProductRecord | null): number | null {
    if (before) {
      const slot = this.slots.get(before.id) ?? null;
      if (slot !== null && !after) {
        this.slots.delete(before.id);
        this.free.push(slot);
      }
      return slot;
    }
    if (!after) return null;
    const slot = this.free.pop() ?? this.products.length;
    this.slots.set(after.id, slot);
    return slot;
  }

  private noteStock(slot: number): void {
    const product = this.products[slot];
    (product && bestStockOf(product) !== 'OUT_OF_STOCK' ? include : exclude)(this.inStock, slot);
  }

  private nameValue(number: number): void {
    const names: IndexedText[] = [{ field: 1, text: this.nameOf(this.facets.entry(number)) }];
    this.search.forget();
    this.search.values.set(number, this.valueNames[number] ?? null, names);
    this.valueNames[number] = names;
  }

  /** Makes room for so many more products, and a quarter more: every set is as long as there is room. */
  private makeRoom(more: number): void {
    const wanted = this.products.length + more;
    if (wanted <= this.capacity) return;
    const capacity = Math.ceil((wanted + Math.min(wanted, this.capacity) / 4) / 1024) * 1024;
    this.capacity = capacity;
    this.facets.widen(capacity);
    this.inStock = widened(this.inStock, capacity);
    for (const shelf of this.shelves) shelf.set = widened(shelf.set, capacity);
  }
}

const TAGS = /<[^>]*>|&[a-z#0-9]+;/gi;

/** What a product is found by, besides the names of its facet values. */
function indexedTexts(product: ProductRecord): IndexedText[] {
  return [
    { field: 0, text: product.title },
    { field: 1, text: product.subtitle ?? '' },
    {
      field: 1,
      text: `${product.range ?? ''} ${product.tags} ${product.variants.map(({ sku }) => sku ?? '').join(' ')}`,
    },
    { field: 2, text: product.longTexts.all(DESCRIPTION).map((html) => html.replace(TAGS, ' ')) },
  ];
}
