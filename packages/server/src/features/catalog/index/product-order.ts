import type { ProductRecord } from '../catalogue-records.ts';

/** What a product is sorted by: a number or a text, then its id, so that no two products are ever equal. */
export type SortKey = number | string;

/** How one order compares. */
export interface Ordering {
  /** The key of a product; null leaves it out of this order. */
  readonly keyOf: (product: ProductRecord) => SortKey | null;
  readonly compareKeys: (a: SortKey, b: SortKey) => number;
}

/** Slots in one order, kept up incrementally: a page is read off by walking it, so no request sorts anything. */
export class ProductOrder {
  /** The slots in ascending order. */
  slots = new Int32Array(0);
  private placesBySlot: Int32Array | undefined;

  constructor(
    private readonly products: readonly (ProductRecord | undefined)[],
    private readonly ordering: Ordering,
  ) {}

  /**
   * Takes slots out and puts slots in. Those to take out are found by their number, so it does not matter that their
   * products have changed meanwhile.
   */
  update(removed: ReadonlySet<number>, added: readonly number[]): void {
    const kept = removed.size > 0 ? this.slots.filter((slot) => !removed.has(slot)) : this.slots;
    const fresh = added.filter((slot) => this.ordering.keyOf(this.productAt(slot)) !== null);
    fresh.sort((a, b) => this.compare(a, b));
    const merged = new Int32Array(kept.length + fresh.length);
    let from = 0;
    fresh.forEach((slot, at) => {
      const product = this.productAt(slot);
      const to = bound(kept, from, (other) => this.compareTo(other, this.keyAt(slot), product.id) < 0);
      merged.set(kept.subarray(from, to), from + at);
      merged[to + at] = slot;
      from = to;
    });
    merged.set(kept.subarray(from), from + fresh.length);
    this.slots = merged;
    this.placesBySlot = undefined;
  }

  /** The place of each slot in the order; of a slot that is not in it anything. */
  places(): Int32Array {
    if (!this.placesBySlot) {
      this.placesBySlot = new Int32Array(this.products.length);
      for (let place = 0; place < this.slots.length; place++) this.placesBySlot[this.slots[place] as number] = place;
    }
    return this.placesBySlot;
  }

  /** The first place that comes after a key and id. */
  after(key: SortKey, id: string): number {
    return bound(this.slots, 0, (slot) => this.compareTo(slot, key, id) <= 0);
  }

  /** The first place that does not come before a key and id. */
  from(key: SortKey, id: string): number {
    return bound(this.slots, 0, (slot) => this.compareTo(slot, key, id) < 0);
  }

  /** The key of the product in a slot. */
  keyAt(slot: number): SortKey {
    return this.ordering.keyOf(this.productAt(slot)) as SortKey;
  }

  private compare(a: number, b: number): number {
    return this.compareTo(a, this.keyAt(b), this.productAt(b).id);
  }

  private compareTo(slot: number, key: SortKey, id: string): number {
    const own = this.productAt(slot);
    const order = this.ordering.compareKeys(this.keyAt(slot), key);
    return order !== 0 ? order : own.id < id ? -1 : own.id > id ? 1 : 0;
  }

  private productAt(slot: number): ProductRecord {
    return this.products[slot] as ProductRecord;
  }
}

/** The first place from `low` on at which `before` is false, given that it is true up to some place and false from there. */
function bound(slots: Int32Array, low: number, before: (slot: number) => boolean): number {
  let start = low;
  let end = slots.length;
  while (start < end) {
    const middle = (start + end) >>> 1;
    if (before(slots[middle] as number)) start = middle + 1;
    else end = middle;
  }
  return start;
}
