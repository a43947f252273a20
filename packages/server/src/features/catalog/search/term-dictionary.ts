import { bitCount, editDistance, letterMask } from './edit-distance.ts';
import { compareBackwards, compareForwards, TermOrder } from './term-order.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Terms with numbers, found by what they are, begin with, end with, or nearly are. */
export class TermDictionary {
  private readonly numbers = new Map<string, number>();
  /** By number; the empty string stands where a number is free. */
  private readonly terms: string[] = [];
  private readonly free: number[] = [];
  private readonly forwards = new TermOrder(this.terms, compareForwards);
  private readonly backwards = new TermOrder(this.terms, compareBackwards);
  private masks = new Uint32Array(256);
  /** Length of each term, 0 for those that are no subject of typing errors. */
  private lengths = new Uint8Array(256);

  /** The number of a term, or undefined. */
  numberOf(term: string): number | undefined {
    return this.numbers.get(term);
  }

  /** The number of a term, which is added if it is new. */
  add(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.free.pop() ?? this.terms.length;
    this.numbers.set(term, number);
    this.terms[number] = term;
    if (number >= this.masks.length) this.widen();
    const cjk = CJK.test(term);
    this.masks[number] = cjk ? 0 : letterMask(term);
    this.lengths[number] = cjk ? 0 : Math.min(term.length, 255);
    this.forwards.add(number);
    this.backwards.add(number);
    return number;
  }

  /** Forgets a term that no document has any more. */
  remove(number: number): void {
    this.forwards.remove(number);
    this.backwards.remove(number);
    this.numbers.delete(this.terms[number] as string);
    this.terms[number] = '';
    this.lengths[number] = 0;
    this.free.push(number);
  }

  /** Visits the terms that begin with a prefix, itself included, until `visit` answers false. */
  forEachWithPrefix(prefix: string, visit: (number: number) => boolean): void {
    this.forwards.forEachWith(prefix, visit);
  }

  /** Visits the terms that end with a suffix after three letters or more: German writes compounds as one word. */
  forEachCompound(suffix: string, visit: (number: number) => boolean): void {
    const enough = suffix.length + 3;
    this.backwards.forEachWith(suffix, (number) => (this.lengths[number] as number) < enough || visit(number));
  }

  /**
   * The terms that are what was typed, or begin with it, but for one typing error, or two in a long word. The first
   * letter is seldom wrong: only if no term with the same one comes near, the others are looked at, as whole words.
   */
  near(typed: string): number[] {
    const limit = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    if (limit === 0) return [];
    const found: number[] = [];
    const mask = letterMask(typed);
    const consider = (number: number, prefix: boolean) => {
      const length = this.lengths[number] as number;
      if (length < typed.length - limit || (!prefix && length > typed.length + limit)) return true;
      // A longer term may well have more letters: only those count that were typed and that it lacks.
      if (bitCount(mask & ~(this.masks[number] as number)) > limit) return true;
      if (editDistance(typed, this.terms[number] as string, limit, prefix) <= limit) found.push(number);
      return true;
    };
    this.forwards.forEachWith(typed.charAt(0), (number) => consider(number, true));
    if (found.length === 0) for (let number = 0; number < this.terms.length; number++) consider(number, false);
    return found;
  }

  /** How many terms there are. */
  get size(): number {
    return this.numbers.size;
  }

  /** Bytes held, estimated. */
  bytes(): number {
    let characters = 0;
    for (const term of this.terms) characters += term.length;
    // A string has a header of 16 bytes, an entry of the map costs about 40, a place in each order 8, mask and length 5.
    return characters * 1.3 + this.terms.length * (16 + 40 + 8 + 16 + 5);
  }

  private widen(): void {
    const masks = new Uint32Array(this.masks.length * 2);
    masks.set(this.masks);
    this.masks = masks;
    const lengths = new Uint8Array(this.lengths.length * 2);
    lengths.set(this.lengths);
    this.lengths = lengths;
  }
}
