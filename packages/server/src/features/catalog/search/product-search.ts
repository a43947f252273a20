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
  /** By slot: how well a product matches the terms so far, how many of them, and how well the present one. */
  private scores = new Uint16Array(0);
  private matched = new Uint8Array(0);
  private weights = new Uint8Array(0);
  /** How many terms the best products match. */
  private most = 0;

  /** @param setOf the products that have a facet value. */
  constructor(private readonly setOf: (value: number) => Bitset) {}

  /**
   * The products that match most terms of a query; usually all terms, but a product with every word but one is better
   * than no answer. At least half must match.
   */
  find(query: string, lang: number, capacity: number): SearchHits {
    const terms = queryTerms(query);
    this.reset(capacity);
    if (terms.length === 1) {
      this.weights.fill(0);
      this.weighTerm(terms[0] as QueryTerm, lang);
      return { products: this.takeWeights(), scores: this.scores };
    }
    for (const term of terms) {
      this.weights.fill(0);
      this.weighTerm(term, lang);
      this.addWeights();
    }
    return { products: this.bestMatched(terms.length), scores: this.scores };
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
    return this.products.bytes() + this.values.bytes() + this.scores.byteLength * 2;
  }

  private weighTerm(term: QueryTerm, lang: number): void {
    const own = findTerms(this.products, term);
    const values = findTerms(this.values, term);
    // What is spelt as something is known is no typing error.
    if (own.length === 0 && values.length === 0) {
      own.push(...findMisspelt(this.products, term));
      values.push(...findMisspelt(this.values, term));
    }
    for (const match of own) this.weighPostings(match, MATCH_WEIGHTS[lang]?.[match.kind] as Uint8Array);
    this.weighSets(this.weighValues(values, lang));
  }

  /** Of all that answers one term of the query, the best counts for a product. */
  private weighPostings({ term }: TermMatch, weightOf: Uint8Array): void {
    const { weights } = this;
    const { data } = this.products.postings;
    const end = this.products.postings.endOf(term);
    for (let place = this.products.postings.startOf(term); place < end; place++) {
      const posting = data[place] as number;
      const slot = posting >>> PLACE_BITS;
      const weight = weightOf[posting & (PLACES - 1)] as number;
      if (weight > (weights[slot] as number)) weights[slot] = weight;
    }
  }

  /** Values of equal weight are taken together: two dozen oils have mostly the same products. */
  private weighSets(weighed: ReadonlyMap<number, number>): void {
    const { weights } = this;
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
          const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
          if (weight > (weights[slot] as number)) weights[slot] = weight;
          bits &= bits - 1;
        }
      }
    }
  }

  /** Takes the weights of the only term for scores; answers what has any. Most queries are one word. */
  private takeWeights(): Bitset {
    const { scores, weights } = this;
    const products = emptySet(weights.length);
    const fours = new Int32Array(weights.buffer);
    for (let four = 0; four < fours.length; four++) {
      if (fours[four] === 0) continue;
      const first = four << 2;
      let found = 0;
      for (let at = 0; at < 4; at++) {
        const weight = weights[first + at] as number;
        scores[first + at] = weight;
        found |= weight === 0 ? 0 : 1 << at;
      }
      const word = four >>> 3;
      products[word] = (products[word] as number) | (found << ((four & 7) << 2));
    }
    return products;
  }

  /** Adds the weights of one term to the scores. Four slots are looked at together: of most words few products match. */
  private addWeights(): void {
    const { scores, matched, weights } = this;
    const fours = new Int32Array(weights.buffer);
    let most = this.most;
    for (let four = 0; four < fours.length; four++) {
      if (fours[four] === 0) continue;
      for (let slot = four << 2; slot < (four << 2) + 4; slot++) {
        const weight = weights[slot] as number;
        if (weight === 0) continue;
        scores[slot] = (scores[slot] as number) + weight;
        const terms = (matched[slot] as number) + 1;
        matched[slot] = terms;
        if (terms > most) most = terms;
      }
    }
    this.most = most;
  }

  /** The products that match as many terms as any, if that is half of them or more. */
  private bestMatched(terms: number): Bitset {
    const { matched, most } = this;
    const products = emptySet(matched.length);
    if (most === 0 || most * 2 < terms) return products;
    const fours = new Int32Array(matched.buffer);
    for (let four = 0; four < fours.length; four++) {
      if (fours[four] === 0) continue;
      for (let slot = four << 2; slot < (four << 2) + 4; slot++) if (matched[slot] === most) include(products, slot);
    }
    return products;
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

  private reset(capacity: number): void {
    this.most = 0;
    if (this.scores.length === capacity) {
      this.scores.fill(0);
      this.matched.fill(0);
      return;
    }
    this.scores = new Uint16Array(capacity);
    this.matched = new Uint8Array(capacity);
    this.weights = new Uint8Array(capacity);
  }
}
