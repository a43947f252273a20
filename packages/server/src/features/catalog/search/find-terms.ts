import { COMPOUND, EXACT, type MatchKind, PREFIX, TYPING_ERROR } from './match-weights.ts';
import type { SearchIndex } from './search-index.ts';
import type { QueryTerm } from './split-words.ts';

/** A term of the index that answers a term of the query. */
export interface TermMatch {
  readonly term: number;
  readonly kind: MatchKind;
}

/** How many postings the words with one beginning may have before the rest is left out: one letter begins half of all words. */
const MOST_POSTINGS = [0, 5_000, 20_000, 60_000];

/** The terms of an index that are, begin with, or are compounds of what was typed. */
export function findTerms(index: SearchIndex, { term, cjk }: QueryTerm): TermMatch[] {
  const { dictionary, postings } = index;
  const matches: TermMatch[] = [];
  const exact = dictionary.numberOf(term);
  if (exact !== undefined) matches.push({ term: exact, kind: EXACT });
  // A pair of Chinese characters is a whole term; a single one is the beginning of pairs.
  if (cjk && term.length > 1) return matches;
  // The C of "vitamin C" is a word; any other single letter is the beginning of one.
  if (!cjk && term.length === 1 && matches.length > 0) return matches;
  let budget = MOST_POSTINGS[Math.min(term.length, 3)] as number;
  const take = (kind: MatchKind) => (number: number) => {
    if (number === exact) return true;
    budget -= postings.lengthOf(number);
    matches.push({ term: number, kind });
    return budget > 0;
  };
  dictionary.forEachWithPrefix(term, take(PREFIX));
  if (term.length >= 4) dictionary.forEachCompound(term, take(COMPOUND));
  return matches;
}

/** The terms of an index that are what was typed but for typing errors. */
export function findMisspelt(index: SearchIndex, { term, cjk }: QueryTerm): TermMatch[] {
  return cjk ? [] : index.dictionary.near(term).map((number) => ({ term: number, kind: TYPING_ERROR }));
}
