import { LRUCache } from 'lru-cache';
import { type Bitset, emptySet, include, intersect, intersection, isEmpty, slotsIn, unite } from '../index/bitset.ts';
import { findMisspelt, findTerms, type TermMatch } from './find-terms.ts';
import { MATCH_WEIGHTS } from './match-weights.ts';
import { PLACE_BITS, PLACES, SearchIndex } from './search-index.ts';
import { type QueryTerm, queryTerms } from './split-words.ts';

/** What a search found: the products, and by slot how well each matches. Not to be written to. */
export interface SearchHits {
  readonly products: Bitset;
  readonly scores: Uint16Array;
}

/** How much of what terms match is kept, in bytes: some 180 terms of 10,000 products. */
const WEIGHED_BYTES = 4 * 1024 * 1024;

const keyOf = ({ term }: QueryTerm, lang: number): string => `${lang}${term}`;

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
  /** What the terms match that were looked for of late: many shoppers type the same words, and each the same beginnings. */
  private readonly weighed = new LRUCache<string, SearchHits>({
    maxSize: WEIGHED_BYTES,
    sizeCalculation: ({ products, scores }) => products.byteLength + scores.byteLength,
  });

  /** @param setOf the products that have a facet value. */
  constructor(private readonly setOf: (value: number) => Bitset) {}

  /**
   * The products that match most terms of a query; usually all terms, but a product with every word but one is better
   * than no answer. At least half must match.
   * @param sold what the market sells: a product that is not to be had there must not stand in the way of those that are.
   * @param typing whether the query is still being typed.
   */
  find(query: string, lang: number, sold: Bitset, typing: boolean): SearchHits {
    const [first, ...others] = queryTerms(query, typing).map((term) => {
      const { products, scores } = this.weighed.get(keyOf(term, lang)) ?? this.weigh(term, lang, sold.length * 32);
      return { products: intersection(products, sold), scores };
    });
    if (!first) return { products: emptySet(sold.length * 32), scores: new Uint16Array(0) };
    // Most queries are one word.
    if (others.length === 0) return first;
    const products = matchingMost([first, ...others], sold.length * 32);
    const scores = first.scores.slice();
    for (const slot of slotsIn(products)) {
      for (const other of others) scores[slot] = (scores[slot] as number) + (other.scores[slot] as number);
    }
    return { products, scores };
  }

  /** To be called whenever products, values or the sets of values have changed. */
  forget(): void {
    this.weighed.clear();
  }

  /** The facet values whose names match every term of a query that is being typed, best match first. */
  findValues(query: string, lang: number): number[] {
    const terms = queryTerms(query, true);
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
    return this.products.bytes() + this.values.bytes() + this.weighed.calculatedSize;
  }

  private weigh(term: QueryTerm, lang: number, capacity: number): SearchHits {
    const hits = { products: emptySet(capacity), scores: new Uint16Array(capacity) };
    const own = findTerms(this.products, term);
    const values = findTerms(this.values, term);
    // What is spelt as something is known is no typing error.
    if (own.length === 0 && values.length === 0) {
      own.push(...findMisspelt(this.products, term));
      values.push(...findMisspelt(this.values, term));
    }
    for (const match of own) this.weighPostings(match, MATCH_WEIGHTS[lang]?.[match.kind] as Uint8Array, hits);
    this.weighSets(this.weighValues(values, lang), hits);
    this.weighed.set(keyOf(term, lang), hits);
    return hits;
  }

  /** Of all that answers one term of the query, the best counts for a product. */
  private weighPostings({ term }: TermMatch, weightOf: Uint8Array, { products, scores }: SearchHits): void {
    const { data } = this.products.postings;
    const end = this.products.postings.endOf(term);
    for (let place = this.products.postings.startOf(term); place < end; place++) {
      const posting = data[place] as number;
      const slot = posting >>> PLACE_BITS;
      const weight = weightOf[posting & (PLACES - 1)] as number;
      if (weight <= (scores[slot] as number)) continue;
      scores[slot] = weight;
      include(products, slot);
    }
  }

  /** Values of equal weight are taken together: two dozen oils have mostly the same products. */
  private weighSets(weighed: ReadonlyMap<number, number>, { products, scores }: SearchHits): void {
    const byWeight = new Map<number, Bitset>();
    for (const [value, weight] of weighed) {
      const known = byWeight.get(weight);
      if (known) unite(known, this.setOf(value));
      else byWeight.set(weight, this.setOf(value).slice());
    }
    for (const [weight, set] of byWeight) {
      unite(products, set);
      for (let word = 0; word < set.length; word++) {
        let bits = set[word] as number;
        while (bits !== 0) {
          const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
          if (weight > (scores[slot] as number)) scores[slot] = weight;
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
}

/** The products that match as many terms as any, if that is half of them or more. */
function matchingMost(found: readonly SearchHits[], capacity: number): Bitset {
  const every = found[0]?.products.slice() ?? emptySet(capacity);
  for (const { products } of found) intersect(every, products);
  if (!isEmpty(every)) return every;
  const matched = new Uint8Array(capacity);
  let most = 0;
  for (const { products } of found) {
    for (const slot of slotsIn(products)) {
      const terms = (matched[slot] as number) + 1;
      matched[slot] = terms;
      if (terms > most) most = terms;
    }
  }
  const best = emptySet(capacity);
  if (most === 0 || most * 2 < found.length) return best;
  for (let slot = 0; slot < capacity; slot++) if (matched[slot] === most) include(best, slot);
  return best;
}
