import { type Bitset, countBoth, emptySet, has, include } from './bitset.ts';
import type { ProductOrder } from './product-order.ts';

/** A range of prices in minor units, both ends included; the last one has no end. */
export interface PriceBand {
  readonly from: number;
  readonly to: number | null;
  readonly products: Bitset;
}

/** Prices of a set of products: lowest, highest, and how many lie in each band. */
export interface PriceSpread {
  readonly min: number;
  readonly max: number;
  readonly counts: readonly number[];
}

const BANDS = 5;

/** Splits what a market sells into bands of about as many products each, at round amounts. */
export function priceBands(order: ProductOrder, capacity: number): PriceBand[] {
  const { slots } = order;
  const priceAt = (place: number) => order.keyAt(slots[place] as number) as number;
  const edges = [0];
  for (let band = 1; band < BANDS && slots.length > 0; band++) {
    const edge = rounded(priceAt(Math.floor((slots.length * band) / BANDS)));
    if (edge > (edges.at(-1) as number)) edges.push(edge);
  }
  return edges.map((from, at) => {
    const next = edges[at + 1];
    const products = emptySet(capacity);
    const end = next === undefined ? slots.length : order.from(next, '');
    for (let place = order.from(from, ''); place < end; place++) include(products, slots[place] as number);
    return { from, to: next === undefined ? null : next - 1, products };
  });
}

/** Where the prices of some products lie; null if there are none. */
export function spreadPrices(order: ProductOrder, bands: readonly PriceBand[], products: Bitset): PriceSpread | null {
  const { slots } = order;
  let first = 0;
  while (first < slots.length && !has(products, slots[first] as number)) first++;
  if (first === slots.length) return null;
  let last = slots.length - 1;
  while (!has(products, slots[last] as number)) last--;
  return {
    min: order.keyAt(slots[first] as number) as number,
    max: order.keyAt(slots[last] as number) as number,
    counts: bands.map((band) => countBoth(band.products, products)),
  };
}

/** The nearest half step of the amount's own power of ten, at least half a unit of the currency. */
function rounded(amount: number): number {
  const step = 10 ** Math.max(2, Math.floor(Math.log10(Math.max(1, amount)))) / 2;
  return Math.max(step, Math.round(amount / step) * step);
}
