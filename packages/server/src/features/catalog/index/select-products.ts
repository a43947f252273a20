import type { ProductFilter } from '@barrier/schema/catalog/product.args.ts';
import type { FacetKey } from '@barrier/schema/catalog/vocabulary.ts';
import type { Locale } from '../locale.ts';
import type { MarketShelf, ProductIndex } from '../product-index.ts';
import { type Bitset, count, emptySet, include, intersect, unite } from './bitset.ts';
import type { CountedSet } from './facet-index.ts';
import { SET_FACETS, type SetFacet } from './facet-values.ts';

const FILTER_FIELDS: Readonly<Record<SetFacet, keyof ProductFilter>> = {
  CATEGORY: 'category',
  COLLECTION: 'collection',
  SKIN_TYPE: 'skinType',
  CONCERN: 'concern',
  INGREDIENT: 'ingredient',
  FREE_FROM: 'freeFrom',
  TEXTURE: 'texture',
  VENDOR: 'vendor',
  SIZE: 'size',
};

/** What is left of a market's products under a filter, and under the filter without one facet's own selection. */
export class Selection {
  /** The products that match everything. */
  readonly products: Bitset;
  readonly size: number;
  /** The restrictions by the facet they come from. */
  private readonly byFacet = new Map<FacetKey, Bitset>();
  /** The value of each facet that is restricted to a single one. */
  private readonly single = new Map<FacetKey, number>();

  constructor(
    readonly index: ProductIndex,
    readonly shelf: MarketShelf,
    locale: Locale,
    readonly filter: ProductFilter,
    /** Restrictions that belong to no facet: the words looked for, what is in stock. */
    private readonly always: readonly Bitset[],
  ) {
    for (const facet of SET_FACETS) {
      const values = this.selected(facet);
      if (!values) continue;
      const [first = '', ...others] = values;
      const number = others.length === 0 ? index.facets.numberOf(facet, first) : undefined;
      if (number === undefined) this.byFacet.set(facet, anyOf(index, facet, values));
      else {
        this.single.set(facet, number);
        this.byFacet.set(facet, index.facets.setOf(number));
      }
    }
    const { priceMin, priceMax } = filter;
    if (priceMin != null || priceMax != null)
      this.byFacet.set('PRICE', pricedBetween(index, locale.mkt, priceMin, priceMax));
    this.products = this.intersection(null);
    this.size = this.products === shelf.set ? shelf.size : count(this.products);
  }

  /** The values a filter selects in a facet; undefined where it selects none. */
  selected(facet: SetFacet): readonly string[] | undefined {
    const values = this.filter[FILTER_FIELDS[facet]] as readonly string[] | null | undefined;
    return values && values.length > 0 ? values : undefined;
  }

  /** Whether the filter restricts a facet. */
  restricts(facet: FacetKey): boolean {
    return this.byFacet.has(facet);
  }

  /** The products that match everything but a facet's own selection: what its counts are taken from. */
  without(facet: FacetKey): Bitset {
    return this.byFacet.has(facet) ? this.intersection(facet) : this.products;
  }

  /** The smallest set with known counts that holds all that matches everything but a facet's own selection. */
  leastCounted(without: FacetKey | null): CountedSet {
    let least: CountedSet = this.shelf;
    for (const [facet, number] of this.single) {
      if (facet === without) continue;
      const part = this.index.facets.partOf(this.shelf, number);
      if (part.size < least.size) least = part;
    }
    return least;
  }

  private intersection(without: FacetKey | null): Bitset {
    const sets = [...this.always];
    for (const [key, set] of this.byFacet) if (key !== without) sets.push(set);
    const least = this.leastCounted(without);
    // Nothing else restricts it than the value of that part.
    if (sets.length === (least === this.shelf ? 0 : 1)) return least.set;
    const rest = least.set.slice();
    for (const set of sets) intersect(rest, set);
    return rest;
  }
}

function anyOf(index: ProductIndex, facet: SetFacet, values: readonly string[]): Bitset {
  const any = emptySet(index.capacity);
  for (const value of values) {
    const number = index.facets.numberOf(facet, value);
    if (number !== undefined) unite(any, index.facets.setOf(number));
  }
  return any;
}

/** Sorts before and after every id. */
const FIRST_ID = '';
const LAST_ID = '\uffff';

function pricedBetween(
  index: ProductIndex,
  mkt: number,
  min: number | null | undefined,
  max: number | null | undefined,
): Bitset {
  const order = index.orders.prices[mkt];
  const priced = emptySet(index.capacity);
  if (!order) return priced;
  const from = min == null ? 0 : order.after(min, FIRST_ID);
  const to = max == null ? order.slots.length : order.after(max, LAST_ID);
  for (let at = from; at < to; at++) include(priced, order.slots[at] as number);
  return priced;
}
