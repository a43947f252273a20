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
  const counts = facets.count(selection.products, selection.size, selection.shelf);
  return SET_FACETS.flatMap((facet) => {
    const own = selection.restricts(facet) ? facets.countFacet(facet, selection.without(facet)) : counts;
    const values = valuesOf(selection, facet, own);
    return values.length > 0 ? [{ facet, values }] : [];
  });
}

/** Room for values in an order: the count above, then the number turned round, so that equal counts keep the order in which they came. */
const RANK = 2 ** 20;

function valuesOf(selection: Selection, facet: SetFacet, counts: Uint32Array): ValueCount[] {
  const { facets } = selection.index;
  const selected = new Set(selection.selected(facet)?.map((value) => facets.numberOf(facet, value)));
  const ranks: number[] = [];
  for (const number of facets.valuesOf(facet)) {
    const count = counts[number] ?? 0;
    if (count > 0 || selected.has(number)) ranks.push(count * RANK + (RANK - 1 - number));
  }
  // Numbers in a typed array are sorted without calling back.
  const sorted = Float64Array.from(ranks).sort().reverse();
  const values: ValueCount[] = [];
  for (let rank = 0; rank < sorted.length && (rank < MOST_VALUES || selected.size > 0); rank++) {
    // `| 0`: an integer again, good as an index.
    const number = (RANK - 1 - ((sorted[rank] as number) % RANK)) | 0;
    if (rank < MOST_VALUES || selected.has(number)) {
      values.push({ number, count: counts[number] ?? 0, selected: selected.has(number) });
    }
  }
  return values;
}
