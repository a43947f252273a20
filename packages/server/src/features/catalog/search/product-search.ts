import { type Bitset, emptySet, include, unite } from '../index/bitset.ts';
import { findMisspelt, findTerms, type TermMatch } from './find-terms.ts';
import { MATCH_WEIGHTS } from './match-weights.ts';
import { PLACE_BITS, PLACES, SearchIndex } from './search-index.ts';
import { type QueryTerm, queryTerms } from './split-words.ts';

/** What a search found: the products, and by slot how well each matches. Good until the next search. */
export interface SearchHits {
  readonly products: Bitset;
  readonly scores: Uint16Array;
}

/**
 * Finds products by their own words and by the names of what they have: ingredients, collections, vendors and other
 * facet values are a second, small index whose documents stand for sets of products, so that 20 ingredient names in
 * three languages are not indexed again for each product.
 */
export class ProductSearch {
  /** Documents are products. */
  readonly products = new SearchIndex();
  /** Documents are facet values. */
  readonly values = new SearchIndex();
  private scores = new Uint16Array(0);
  private weights = new Uint8Array(0);
  private matched = new Uint8Array(0);
  private lastTerm = new Uint8Array(0);
  private touched = new Int32Array(0);
  private touchedCount = 0;

  /** @param setOf the products that have a facet value. */
  constructor(private readonly setOf: (value: number) => Bitset) {}

  /**
   * The products that match most terms of a query; usually all terms, but a product with every word but one is better
   * than no answer. At least half must match.
   */
  find(query: string, lang: number, capacity: number): SearchHits {
    const terms = queryTerms(query);
    this.reset(capacity);
    for (const [at, term] of terms.entries()) this.creditTerm(term, at + 1, lang);
    let most = 0;
    for (let at = 0; at < this.touchedCount && most < terms.length; at++) {
      most = Math.max(most, this.matched[this.touched[at] as number] as number);
    }
    const products = emptySet(capacity);
    if (most * 2 >= terms.length) {
      for (let at = 0; at < this.touchedCount; at++) {
        const slot = this.touched[at] as number;
        if (this.matched[slot] === most) include(products, slot);
      }
    }
    return { products, scores: this.scores };
  }

  /** The facet values whose names match every term of a query, best match first. */
  findValues(query: string, lang: number): number[] {
    const terms = queryTerms(query);
    const totals = new Map<number, { score: number; matched: number }>();
    for (const term of terms) {
      const exact = findTerms(this.values, term);
      for (const [value, weight] of this.weighValues(
        exact.length > 0 ? exact : findMisspelt(this.values, term),
        lang,
      )) {
        const { score, matched } = totals.get(value) ?? { score: 0, matched: 0 };
        totals.set(value, { score: score + weight, matched: matched + 1 });
      }
    }
    return [...totals]
      .filter(([, { matched }]) => matched === terms.length)
      .sort(([a, { score: scoreA }], [b, { score: scoreB }]) => scoreB - scoreA || a - b)
      .map(([value]) => value);
  }

  /** Bytes held, estimated. */
  bytes(): number {
    return this.products.bytes() + this.values.bytes() + this.touched.byteLength * 2.5;
  }

  private creditTerm(term: QueryTerm, at: number, lang: number): void {
    const own = findTerms(this.products, term);
    const values = findTerms(this.values, term);
    // What is spelt as something is known is no typing error.
    if (own.length === 0 && values.length === 0) {
      own.push(...findMisspelt(this.products, term));
      values.push(...findMisspelt(this.values, term));
    }
    for (const match of own) this.creditPostings(match, at, lang);
    this.creditValues(this.weighValues(values, lang), at);
  }

  private creditPostings({ term, kind }: TermMatch, at: number, lang: number): void {
    const weights = MATCH_WEIGHTS[lang]?.[kind] as Uint8Array;
    const { data } = this.products.postings;
    const end = this.products.postings.endOf(term);
    for (let place = this.products.postings.startOf(term); place < end; place++) {
      const posting = data[place] as number;
      this.credit(posting >>> PLACE_BITS, weights[posting & (PLACES - 1)] as number, at);
    }
  }

  /** Values of equal weight are taken together: two dozen oils have mostly the same products. */
  private creditValues(weighed: ReadonlyMap<number, number>, at: number): void {
    const byWeight = new Map<number, Bitset>();
    for (const [value, weight] of weighed) {
      const known = byWeight.get(weight);
      if (known) unite(known, this.setOf(value));
      else byWeight.set(weight, this.setOf(value).slice());
    }
    for (const [weight, set] of byWeight) {
      for (let word = 0; word < set.length; word++) {
        let bits = set[word] as number;
        while (bits !== 0) {
          this.credit((word << 5) + 31 - Math.clz32(bits & -bits), weight, at);
          bits &= bits - 1;
        }
      }
    }
  }

  private weighValues(matches: readonly TermMatch[], lang: number): Map<number, number> {
    const best = new Map<number, number>();
    for (const { term, kind } of matches) {
      const weights = MATCH_WEIGHTS[lang]?.[kind] as Uint8Array;
      const { data } = this.values.postings;
      for (let place = this.values.postings.startOf(term); place < this.values.postings.endOf(term); place++) {
        const posting = data[place] as number;
        const value = posting >>> PLACE_BITS;
        best.set(value, Math.max(best.get(value) ?? 0, weights[posting & (PLACES - 1)] as number));
      }
    }
    return best;
  }

  /** Of all the terms of the index that answer one term of the query, the best counts for a product. */
  private credit(slot: number, weight: number, at: number): void {
    const term = this.lastTerm[slot] as number;
    if (term !== at) {
      if (term === 0) this.touched[this.touchedCount++] = slot;
      this.lastTerm[slot] = at;
      this.matched[slot] = (this.matched[slot] as number) + 1;
      this.weights[slot] = weight;
      this.scores[slot] = (this.scores[slot] as number) + weight;
    } else if (weight > (this.weights[slot] as number)) {
      this.scores[slot] = (this.scores[slot] as number) + weight - (this.weights[slot] as number);
      this.weights[slot] = weight;
    }
  }

  private reset(capacity: number): void {
    if (this.scores.length < capacity) {
      this.scores = new Uint16Array(capacity);
      this.weights = new Uint8Array(capacity);
      this.matched = new Uint8Array(capacity);
      this.lastTerm = new Uint8Array(capacity);
      this.touched = new Int32Array(capacity);
    }
    for (let at = 0; at < this.touchedCount; at++) {
      const slot = this.touched[at] as number;
      this.scores[slot] = 0;
      this.matched[slot] = 0;
      this.lastTerm[slot] = 0;
    }
    this.touchedCount = 0;
  }
}
