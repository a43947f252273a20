/**
 * A set of slots (small integers), 32 to a word. All sets of an index have the same length. The words are signed: V8
 * keeps those in registers, while it boxes an unsigned word with its highest bit set.
 */
export type Bitset = Int32Array<ArrayBuffer>;

/** An empty set for slots below a capacity. */
export function emptySet(capacity: number): Bitset {
  return new Int32Array((capacity + 31) >>> 5);
}

/** Whether a slot is in the set. */
export function has(set: Bitset, slot: number): boolean {
  return (((set[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1;
}

/** Puts a slot into the set. */
export function include(set: Bitset, slot: number): void {
  set[slot >>> 5] = (set[slot >>> 5] as number) | (1 << (slot & 31));
}

/** Takes a slot out of the set. */
export function exclude(set: Bitset, slot: number): void {
  set[slot >>> 5] = (set[slot >>> 5] as number) & ~(1 << (slot & 31));
}

/** Keeps in `target` only what is in `other` too. */
export function intersect(target: Bitset, other: Bitset): void {
  for (let word = 0; word < target.length; word++) target[word] = (target[word] as number) & (other[word] as number);
}

/** Adds to `target` what is in `other`. */
export function unite(target: Bitset, other: Bitset): void {
  for (let word = 0; word < target.length; word++) target[word] = (target[word] as number) | (other[word] as number);
}

/** What is in both sets, as a new set. */
export function intersection(a: Bitset, b: Bitset): Bitset {
  const both = a.slice();
  intersect(both, b);
  return both;
}

/** What is in `whole` and not in `part`, as a new set. */
export function difference(whole: Bitset, part: Bitset): Bitset {
  const rest = whole.slice();
  for (let word = 0; word < rest.length; word++) rest[word] = (rest[word] as number) & ~(part[word] as number);
  return rest;
}

/** How many slots are in both sets. Three words at a time share the last steps of counting. */
export function countBoth(a: Bitset, b: Bitset): number {
  let count = 0;
  for (let word = 0; word < a.length; word += 3) {
    // Past the end there is undefined, and undefined & x is 0.
    let x = (a[word] as number) & (b[word] as number);
    let y = (a[word + 1] as number) & (b[word + 1] as number);
    let z = (a[word + 2] as number) & (b[word + 2] as number);
    if ((x | y | z) === 0) continue;
    x -= (x >>> 1) & 0x55555555;
    y -= (y >>> 1) & 0x55555555;
    z -= (z >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333) + (y & 0x33333333) + ((y >>> 2) & 0x33333333);
    x += (z & 0x33333333) + ((z >>> 2) & 0x33333333);
    count += Math.imul((x & 0x0f0f0f0f) + ((x >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
  }
  return count;
}

/** Whether no slot is in the set. */
export function isEmpty(set: Bitset): boolean {
  for (let word = 0; word < set.length; word++) if (set[word] !== 0) return false;
  return true;
}

/** How many slots are in the set. */
export function count(set: Bitset): number {
  return countBoth(set, set);
}

/** The slots of a set in ascending order. */
export function slotsIn(set: Bitset): Int32Array {
  const size = count(set);
  return slotsOf(set, size, 0).subarray(0, size);
}

/** The slots of a set in ascending order, its length made a multiple of eight by repeating `filler` at the end. */
export function slotsOf(set: Bitset, size: number, filler: number): Int32Array {
  const slots = new Int32Array((size + 7) & ~7).fill(filler, size);
  let at = 0;
  for (let word = 0; word < set.length; word++) {
    let bits = set[word] as number;
    while (bits !== 0) {
      slots[at++] = (word << 5) + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
    }
  }
  return slots;
}

/** The same set with room for more slots. */
export function widened(set: Bitset, capacity: number): Bitset {
  const wider = emptySet(capacity);
  wider.set(set);
  return wider;
}
