/** Which letters a term has, as bits: one edit changes at most two of them, which rules most terms out at once. */
export function letterMask(term: string): number {
  let mask = 0;
  for (let at = 0; at < term.length; at++) {
    const code = term.charCodeAt(at);
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
  }
  return mask >>> 0;
}

/** How many bits are set in a 32-bit integer. */
export function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const LONGEST = 64;
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;

/**
 * The least number of insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) between
 * what was typed and a term or, with `prefix`, any beginning of the term; `limit + 1` if there are more than `limit`.
 */
export function editDistance(typed: string, term: string, limit: number, prefix: boolean): number {
  const m = typed.length;
  const n = Math.min(term.length, LONGEST, m + limit);
  if (m > LONGEST || (!prefix && Math.abs(term.length - m) > limit)) return limit + 1;
  let [before, last, row] = rows;
  for (let i = 0; i <= m; i++) last[i] = i;
  let best = prefix ? m : limit + 1;
  for (let j = 1; j <= n; j++) {
    row[0] = j;
    let least = j;
    const letter = term.charCodeAt(j - 1);
    for (let i = 1; i <= m; i++) {
      const same = typed.charCodeAt(i - 1) === letter;
      let cost = Math.min(
        (last[i] as number) + 1,
        (row[i - 1] as number) + 1,
        (last[i - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && letter === typed.charCodeAt(i - 2) && term.charCodeAt(j - 2) === typed.charCodeAt(i - 1)) {
        cost = Math.min(cost, (before[i - 2] as number) + 1);
      }
      row[i] = cost;
      if (cost < least) least = cost;
    }
    if (prefix && (row[m] as number) < best) best = row[m] as number;
    if (least > limit) return Math.min(best, limit + 1);
    [before, last, row] = [last, row, before];
  }
  return Math.min(prefix ? best : term.length > n ? limit + 1 : (last[m] as number), limit + 1);
}
