import { count } from './bitset.ts';
import type { CountedSet, FacetIndex } from './facet-index.ts';
import { SET_FACETS, type SetFacet } from './facet-values.ts';
import type { Selection } from './select-products.ts';

/** A value of a facet with its count; the number is that of the value in the facet index. */
export interface ValueCount {
  readonly number: number;
  readonly count: number;
  readonly selected: boolean;
}

/** The values of one set facet. */
export interface FacetCount {
  readonly facet: SetFacet;
  readonly values: readonly ValueCount[];
}

/** How many values of a facet are answered: there are hundreds of ingredients. Selected ones are always among them. */
const MOST_VALUES = 40;

/** The counts of every set facet, each without its own selection, most frequent first. Facets without values are left out. */
export function countFacets(selection: Selection): FacetCount[] {
  const { facets } = selection.index;
  // Facets without a selection of their own all count the same products.
  const whole = selection.leastCounted(null);
  const counts = facets.count(selection.products, selection.size, whole);
  return SET_FACETS.flatMap((facet) => {
    const values = selection.restricts(facet)
      ? restrictedValues(selection, facet)
      : openValues(facets, facet, counts, whole);
    return values.length > 0 ? [{ facet, values }] : [];
  });
}

function restrictedValues(selection: Selection, facet: SetFacet): ValueCount[] {
  const { facets } = selection.index;
  const products = selection.without(facet);
  const counts = facets.countFacet(facet, products, count(products), selection.leastCounted(facet));
  const selected = new Set(selection.selected(facet)?.map((value) => facets.numberOf(facet, value)));
  return rank(facets, facet, counts, selected).map((number) => ({
    number,
    count: counts[number] ?? 0,
    selected: selected.has(number),
  }));
}

function openValues(facets: FacetIndex, facet: SetFacet, counts: Uint32Array, whole: CountedSet): ValueCount[] {
  const known = counts === whole.counts ? whole.rankings.get(facet) : undefined;
  const ranking = known ?? rank(facets, facet, counts, NONE);
  if (counts === whole.counts) whole.rankings.set(facet, ranking);
  return ranking.map((number) => ({ number, count: counts[number] ?? 0, selected: false }));
}

const NONE: ReadonlySet<number | undefined> = new Set();

/** Room for values in an order: the count above, then the number turned round, so that equal counts keep the order in which they came. */
const RANK = 2 ** 20;

/** The numbers of a facet's most frequent values and of those selected, most frequent first. */
function rank(
  facets: FacetIndex,
  facet: SetFacet,
  counts: Uint32Array,
  selected: ReadonlySet<number | undefined>,
): number[] {
  const ranks: number[] = [];
  for (const number of facets.valuesOf(facet)) {
    const having = counts[number] ?? 0;
    if (having > 0 || selected.has(number)) ranks.push(having * RANK + (RANK - 1 - number));
  }
  // Numbers in a typed array are sorted without calling back.
  const sorted = Float64Array.from(ranks).sort().reverse();
  const numbers: number[] = [];
  for (let at = 0; at < sorted.length && (at < MOST_VALUES || selected.size > 0); at++) {
    // `| 0`: an integer again, good as an index.
    const number = (RANK - 1 - ((sorted[at] as number) % RANK)) | 0;
    if (at < MOST_VALUES || selected.has(number)) numbers.push(number);
  }
  return numbers;
}
