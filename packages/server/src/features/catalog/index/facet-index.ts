import type { ProductRecord } from '../catalogue-records.ts';
import {
  type Bitset,
  count,
  countBoth,
  difference,
  emptySet,
  exclude,
  include,
  intersect,
  slotsOf,
  widened,
} from './bitset.ts';
import { countColumns } from './count-columns.ts';
import { facetValuesOf, SET_FACETS, type SetFacet } from './facet-values.ts';

/** A value of a facet: a number stands for it everywhere. */
export interface FacetEntry {
  readonly facet: SetFacet;
  readonly value: string;
}

/** A set of products whose counts are known. */
export interface CountedSet {
  readonly set: Bitset;
  readonly size: number;
  readonly counts: Uint32Array;
  /** The numbers of a facet's values, most frequent first, of the facets that were asked for. */
  readonly rankings: Map<SetFacet, readonly number[]>;
  /** The parts that were asked for, by the value that each part has. */
  readonly parts: Map<number, CountedSet>;
}

/** Parts that are kept of one set: most lists are filtered by one of few values. */
const MOST_PARTS = 128;

/** Values up to this number have a column in the rows; a catalogue with thousands of brands has its rarer ones in lists. */
const MOST_COLUMNS = 640;

/** Above so many values counting all columns at once is cheaper than comparing sets one by one. */
const FEW_VALUES = 24;

/**
 * Which products have which value of which facet, both ways round: a bit set of products for each value, to filter by,
 * and a row of value bits for each product, to count by.
 */
export class FacetIndex {
  private readonly entries: FacetEntry[] = [];
  private readonly sets: Bitset[] = [];
  private readonly numbers = new Map<SetFacet, Map<string, number>>(SET_FACETS.map((facet) => [facet, new Map()]));
  /** A row of value bits for each slot, and one of zeros; first words first, as `countColumns` wants them. */
  private rows: Int32Array;
  private width = 4;
  /** The values without a column, of the few products that have any. */
  private readonly rare = new Map<number, number[]>();

  /** @param onNew is told of each value when it is first seen. */
  constructor(
    private capacity: number,
    private readonly onNew: (number: number, entry: FacetEntry) => void,
  ) {
    this.rows = new Int32Array((capacity + 1) * this.width);
  }

  /** Puts a product with its values into a slot, or null to empty it. */
  set(slot: number, product: ProductRecord | null): void {
    this.clear(slot);
    if (!product) return;
    for (const facet of SET_FACETS) {
      for (const value of facetValuesOf(product, facet)) {
        const number = this.add(facet, value);
        include(this.setOf(number), slot);
        if (number < MOST_COLUMNS) this.mark(slot, number);
        else this.rare.set(slot, [...(this.rare.get(slot) ?? []), number]);
      }
    }
  }

  /** The number of a value, or undefined if no product ever had it. */
  numberOf(facet: SetFacet, value: string): number | undefined {
    return this.numbers.get(facet)?.get(value);
  }

  /** What a number stands for. */
  entry(number: number): FacetEntry {
    return this.entries[number] as FacetEntry;
  }

  /** The products that have a value. */
  setOf(number: number): Bitset {
    return this.sets[number] as Bitset;
  }

  /** The numbers of a facet's values. */
  valuesOf(facet: SetFacet): Iterable<number> {
    return this.numbers.get(facet)?.values() ?? [];
  }

  /** How many values there are, in all facets. */
  get size(): number {
    return this.entries.length;
  }

  /**
   * How many products of a set have each value, by the value's number.
   * @param whole a set whose counts are known, of which `products` is a part: where little is missing, what is missing
   * is counted.
   */
  count(products: Bitset, size: number, whole: CountedSet): Uint32Array {
    if (size === whole.size) return whole.counts;
    if (size * 2 <= whole.size) return this.countAll(products);
    const missing = this.countAll(difference(whole.set, products));
    return whole.counts.map((all, number) => all - (missing[number] ?? 0));
  }

  /** The products of a set that have a value, counted once for all lists until the set changes. */
  partOf(whole: CountedSet, number: number): CountedSet {
    const known = whole.parts.get(number);
    if (known) return known;
    const set = whole.set.slice();
    intersect(set, this.setOf(number));
    const size = whole.counts[number] ?? 0;
    const part: CountedSet = { set, size, counts: this.count(set, size, whole), rankings: new Map(), parts: new Map() };
    if (whole.parts.size >= MOST_PARTS) whole.parts.clear();
    whole.parts.set(number, part);
    return part;
  }

  /** How many products of a set have each value. */
  countAll(products: Bitset): Uint32Array {
    const picked = slotsOf(products, count(products), this.capacity);
    const counted = countColumns(this.rows, this.width, this.capacity + 1, picked);
    const counts = new Uint32Array(this.entries.length);
    counts.set(counted.subarray(0, Math.min(counts.length, counted.length)));
    if (this.rare.size > 0) {
      for (const slot of picked) {
        for (const number of this.rare.get(slot) ?? []) counts[number] = (counts[number] as number) + 1;
      }
    }
    return counts;
  }

  /** How many products of a set have each value of one facet, as `count`; counts of other facets' values may be there or not. */
  countFacet(facet: SetFacet, products: Bitset, size: number, whole: CountedSet): Uint32Array {
    if (size === whole.size || (this.numbers.get(facet)?.size ?? 0) > FEW_VALUES)
      return this.count(products, size, whole);
    const counts = new Uint32Array(this.entries.length);
    for (const number of this.valuesOf(facet)) counts[number] = countBoth(this.setOf(number), products);
    return counts;
  }

  /** Makes room for more products. */
  widen(capacity: number): void {
    const rows = new Int32Array((capacity + 1) * this.width);
    for (let word = 0; word < this.width; word++) {
      rows.set(this.rows.subarray(this.place(0, word), this.place(this.capacity, word)), word * (capacity + 1));
    }
    this.rows = rows;
    this.capacity = capacity;
    this.sets.forEach((set, number) => {
      this.sets[number] = widened(set, capacity);
    });
  }

  /** Bytes held, estimated. */
  bytes(): number {
    return this.sets.reduce((sum, set) => sum + set.byteLength + 200, 0) + this.rows.byteLength + this.rare.size * 100;
  }

  private mark(slot: number, number: number): void {
    const place = this.place(slot, number >>> 5);
    this.rows[place] = (this.rows[place] as number) | (1 << (number & 31));
  }

  private clear(slot: number): void {
    for (let word = 0; word < this.width; word++) {
      let bits = this.rows[this.place(slot, word)] as number;
      while (bits !== 0) {
        exclude(this.setOf(word * 32 + 31 - Math.clz32(bits & -bits)), slot);
        bits &= bits - 1;
      }
      this.rows[this.place(slot, word)] = 0;
    }
    for (const number of this.rare.get(slot) ?? []) exclude(this.setOf(number), slot);
    this.rare.delete(slot);
  }

  private add(facet: SetFacet, value: string): number {
    const known = this.numberOf(facet, value);
    if (known !== undefined) return known;
    const number = this.entries.length;
    const entry = { facet, value };
    this.entries.push(entry);
    this.sets.push(emptySet(this.capacity));
    this.numbers.get(facet)?.set(value, number);
    if (number < MOST_COLUMNS && number >= this.width * 32) this.addColumns();
    this.onNew(number, entry);
    return number;
  }

  /** Gives each row four words more. */
  private addColumns(): void {
    this.width += 4;
    const rows = new Int32Array((this.capacity + 1) * this.width);
    rows.set(this.rows);
    this.rows = rows;
  }

  private place(slot: number, word: number): number {
    return word * (this.capacity + 1) + slot;
  }
}
