import { type Bitset, count, has } from './bitset.ts';
import type { ProductOrder } from './product-order.ts';

/** A page of slots, and what lies around it. */
export interface SlotPage {
  readonly slots: readonly number[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** The first products of a set from a place in an order on; backwards, from that place down. */
export function walkOrder(
  order: ProductOrder,
  products: Bitset,
  place: number,
  first: number,
  backwards: boolean,
): SlotPage {
  const { slots: all } = order;
  const slots: number[] = [];
  const step = backwards ? -1 : 1;
  const end = backwards ? -1 : all.length;
  const start = backwards ? all.length - 1 : 0;
  let hasNext = false;
  for (let at = place; at !== end; at += step) {
    const slot = all[at] as number;
    if (!has(products, slot)) continue;
    if (slots.length === first) {
      hasNext = true;
      break;
    }
    slots.push(slot);
  }
  let hasPrevious = false;
  for (let at = place - step; !hasPrevious && at !== start - step && at !== end; at -= step) {
    hasPrevious = has(products, all[at] as number);
  }
  return { slots, hasNext, hasPrevious };
}

/**
 * The first products of a set in the order of their scores, best first, and among equals in the order given. One pass
 * over the matches keeps the best so far; nothing is sorted but the page itself.
 * @param after the score of the last product of the page before, and the first place in the order that follows it.
 */
export function walkScores(
  order: ProductOrder,
  products: Bitset,
  scores: Uint16Array,
  first: number,
  after: { score: number; place: number } | null,
): SlotPage {
  const places = order.places();
  const room = order.slots.length;
  const keyOf = (score: number, place: number) => (MOST_SCORE - score) * room + place;
  const start = after ? keyOf(after.score, after.place) : 0;
  const keys = new Float64Array(first).fill(Number.POSITIVE_INFINITY);
  const slots = new Int32Array(first).fill(-1);
  const last = first - 1;
  const upTo = after ? after.score : MOST_SCORE;
  // Of the last product on a full page.
  let worst = -1;
  let worstPlace = 0;
  let seen = 0;
  let taken = 0;
  for (let word = 0; word < products.length; word++) {
    let bits = products[word] as number;
    while (bits !== 0) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      const score = scores[slot] as number;
      // Most matches are neither on this page nor on one before.
      if (score <= worst && score < upTo && (score < worst || (places[slot] as number) > worstPlace)) continue;
      const key = keyOf(score, places[slot] as number);
      if (key < start) {
        seen++;
        continue;
      }
      if (key > (keys[last] as number)) continue;
      let at = last;
      for (; at > 0 && (keys[at - 1] as number) > key; at--) {
        keys[at] = keys[at - 1] as number;
        slots[at] = slots[at - 1] as number;
      }
      keys[at] = key;
      slots[at] = slot;
      if (++taken < first) continue;
      worst = scores[slots[last] as number] as number;
      worstPlace = places[slots[last] as number] as number;
    }
  }
  const left = count(products) - seen;
  const page = [...slots.subarray(0, Math.min(first, left))];
  return { slots: page, hasNext: left > page.length, hasPrevious: seen > 0 };
}

/** Above every score: a dozen terms of a hundred each. */
const MOST_SCORE = 4_096;
