/** Compares two terms from their beginnings; 0 also if `prefix` is set and `a` begins with `b`. */
export function compareForwards(a: string, b: string, prefix: boolean): number {
  if (prefix && a.startsWith(b)) return 0;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares two terms from their ends; 0 also if `suffix` is set and `a` ends with `b`. */
export function compareBackwards(a: string, b: string, suffix: boolean): number {
  for (let back = 1; ; back++) {
    if (back > b.length) return suffix || a.length === b.length ? 0 : 1;
    if (back > a.length) return -1;
    const difference = a.charCodeAt(a.length - back) - b.charCodeAt(b.length - back);
    if (difference !== 0) return difference;
  }
}

/** How many changes are made in place before it is cheaper to sort anew. */
const FEW = 200;

/** The numbers of terms in an order of the terms, kept up while single terms come and go. */
export class TermOrder {
  private numbers: number[] = [];
  private stale = true;
  private changes = 0;

  constructor(
    private readonly terms: readonly string[],
    private readonly compare: (a: string, b: string, partly: boolean) => number,
  ) {}

  /** Takes in a term that has just been added. */
  add(number: number): void {
    if (this.stale || ++this.changes > FEW) this.stale = true;
    else this.numbers.splice(this.bound(this.terms[number] as string, false, 0), 0, number);
  }

  /** Drops a term that is about to be removed. */
  remove(number: number): void {
    if (this.stale || ++this.changes > FEW) this.stale = true;
    else this.numbers.splice(this.bound(this.terms[number] as string, false, 0), 1);
  }

  /** Calls `visit` for the numbers of the terms that begin (or end) with a part, in order, until it answers false. */
  forEachWith(part: string, visit: (number: number) => boolean): void {
    if (this.stale) this.sort();
    const to = this.bound(part, true, 1);
    for (let at = this.bound(part, true, 0); at < to; at++) if (!visit(this.numbers[at] as number)) return;
  }

  /** The first place whose term compares above -1 (`least` 0) or above 0 (`least` 1). */
  private bound(term: string, partly: boolean, least: 0 | 1): number {
    let low = 0;
    let high = this.numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.compare(this.terms[this.numbers[middle] as number] as string, term, partly);
      if (order < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private sort(): void {
    const { terms, compare } = this;
    this.numbers = [];
    for (let number = 0; number < terms.length; number++) if (terms[number] !== '') this.numbers.push(number);
    this.numbers.sort((a, b) => compare(terms[a] as string, terms[b] as string, false));
    this.stale = false;
    this.changes = 0;
  }
}
