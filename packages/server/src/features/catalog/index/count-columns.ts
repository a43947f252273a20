/** Enough planes to count 16 million rows. */
const PLANES = 24;
const planes = new Int32Array(PLANES);

/**
 * How many of some rows have each bit set: the positional population count. Eight rows at a time pass through a tree of
 * carry-save adders (Harley and Seal; Muła, Kurz, Lemire 2018), which adds 32 columns at once with plain logic, and
 * only every eighth carry reaches the counter, which is kept in bit planes. Counting one by one takes five times longer.
 * @param rows the first word of every row, then the second of every row and so on: `width` words for each of `height` rows.
 * @param picked the numbers of the rows to count; its length is a multiple of eight, filled up with a row of zeros.
 * @returns a count for each column.
 */
export function countColumns(rows: Int32Array, width: number, height: number, picked: Int32Array): Uint32Array {
  const counts = new Uint32Array(width * 32);
  for (let word = 0; word < width; word++) {
    addColumns(rows.subarray(word * height, (word + 1) * height), picked);
    for (let plane = 0; plane < PLANES; plane++) {
      let bits = planes[plane] as number;
      while (bits !== 0) {
        const column = word * 32 + 31 - Math.clz32(bits & -bits);
        counts[column] = (counts[column] as number) + (1 << plane);
        bits &= bits - 1;
      }
    }
  }
  return counts;
}

/** Adds up 32 columns into the bit planes, given their word of every row. */
function addColumns(words: Int32Array, picked: Int32Array): void {
  let ones = 0;
  let twos = 0;
  let fours = 0;
  planes.fill(0);
  for (let at = 0; at < picked.length; at += 8) {
    let a = words[picked[at] as number] as number;
    let b = words[picked[at + 1] as number] as number;
    let sum = ones ^ a;
    let carryA = (ones & a) | (sum & b);
    ones = sum ^ b;
    a = words[picked[at + 2] as number] as number;
    b = words[picked[at + 3] as number] as number;
    sum = ones ^ a;
    let carryB = (ones & a) | (sum & b);
    ones = sum ^ b;
    sum = twos ^ carryA;
    const fourA = (twos & carryA) | (sum & carryB);
    twos = sum ^ carryB;
    a = words[picked[at + 4] as number] as number;
    b = words[picked[at + 5] as number] as number;
    sum = ones ^ a;
    carryA = (ones & a) | (sum & b);
    ones = sum ^ b;
    a = words[picked[at + 6] as number] as number;
    b = words[picked[at + 7] as number] as number;
    sum = ones ^ a;
    carryB = (ones & a) | (sum & b);
    ones = sum ^ b;
    sum = twos ^ carryA;
    const fourB = (twos & carryA) | (sum & carryB);
    twos = sum ^ carryB;
    sum = fours ^ fourA;
    let carry = (fours & fourA) | (sum & fourB);
    fours = sum ^ fourB;
    for (let plane = 3; carry !== 0; plane++) {
      const held = planes[plane] as number;
      planes[plane] = held ^ carry;
      carry &= held;
    }
  }
  planes[0] = ones;
  planes[1] = twos;
  planes[2] = fours;
}
