import type { Product } from '@barrier/schema/catalog/product.type.ts';
import type {
  Facet,
  FacetValue,
  PageInfo,
  PriceRange,
  ProductConnection,
  ProductEdge,
} from '@barrier/schema/catalog/product-connection.type.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import type { FoundProducts } from './find-products.ts';
import { formatBand } from './format-band.ts';
import { countFacets } from './index/count-facets.ts';
import { type PriceSpread, spreadPrices } from './index/price-bands.ts';
import type { ProductOrder } from './index/product-order.ts';
import type { Locale } from './locale.ts';
import { ProductView } from './product-view.ts';

/** A page of products as the graph answers it; what is not asked for is not computed. */
export class ProductPageView implements ProductConnection {
  // A compiled query reads an object or list several times over, so each is kept.
  private keptNodes: Product[] | undefined;
  private keptEdges: ProductEdge[] | undefined;
  private keptPageInfo: PageInfo | undefined;
  private keptFacets: Facet[] | undefined;
  private keptPrices: PriceSpread | null | undefined;

  constructor(
    private readonly found: FoundProducts,
    private readonly locale: Locale,
    private readonly catalogue: CatalogueSnapshot,
  ) {}

  get nodes(): Product[] {
    this.keptNodes ??= this.found.slots.flatMap((slot) => {
      const record = this.catalogue.index.products[slot];
      return record ? new ProductView(record, this.locale, this.catalogue) : [];
    });
    return this.keptNodes;
  }

  get edges(): ProductEdge[] {
    const { slots } = this.found;
    this.keptEdges ??= this.nodes.map((node, at) => ({ node, cursor: this.found.cursorOf(slots[at] as number) }));
    return this.keptEdges;
  }

  get pageInfo(): PageInfo {
    this.keptPageInfo ??= this.describePage();
    return this.keptPageInfo;
  }

  private describePage(): PageInfo {
    const { slots, hasNext, hasPrevious, cursorOf } = this.found;
    const [first] = slots;
    const last = slots.at(-1);
    return {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    };
  }

  get totalCount(): number {
    return this.found.selection.size;
  }

  get facets(): Facet[] {
    this.keptFacets ??= this.countFacets();
    return this.keptFacets;
  }

  private countFacets(): Facet[] {
    const { selection } = this.found;
    const { facets: index } = selection.index;
    const labels = this.catalogue.labels(this.locale.lang);
    const facets = countFacets(selection).map(
      ({ facet, values }): Facet => ({
        key: facet,
        values: values.map(({ number, count, selected }) => ({
          value: index.entry(number).value,
          label: labels[number] as string,
          count,
          selected,
        })),
      }),
    );
    const bands = this.priceBands();
    if (bands.length > 0) facets.push({ key: 'PRICE', values: bands });
    return facets;
  }

  get priceRange(): PriceRange | null {
    const spread = this.spread();
    const money = (amount: number) => this.catalogue.money(this.locale.mkt, amount);
    return spread && { min: money(spread.min), max: money(spread.max) };
  }

  private priceBands(): FacetValue[] {
    const spread = this.spread();
    if (!spread) return [];
    const { shelf, filter } = this.found.selection;
    const { priceMin, priceMax } = filter;
    return shelf.bands.flatMap(({ from, to }, at) => {
      const count = spread.counts[at] ?? 0;
      const selected = (priceMin ?? 0) === from && (priceMax ?? null) === to && (priceMin ?? priceMax) != null;
      const value = `${from}-${to ?? ''}`;
      return count > 0 || selected ? [{ value, label: formatBand(this.locale, from, to), count, selected }] : [];
    });
  }

  private spread(): PriceSpread | null {
    if (this.keptPrices === undefined) {
      const { selection } = this.found;
      const order = selection.index.orders.prices[this.locale.mkt] as ProductOrder;
      this.keptPrices = spreadPrices(order, selection.shelf.bands, selection.without('PRICE'));
    }
    return this.keptPrices;
  }
}
