import type { ProductRecord } from '../catalogue-records.ts';
import { LANGUAGES, MARKETS } from '../locale.ts';
import { type Ordering, ProductOrder, type SortKey } from './product-order.ts';

const byNumber = (a: SortKey, b: SortKey) => (a as number) - (b as number);

const COLLATORS = LANGUAGES.map((language) => new Intl.Collator(language.toLowerCase(), { numeric: true }));

/** The orders that lists can be in. */
export class ProductOrders {
  /** As the shop's files list them: ids are made in order (UUIDv7). */
  readonly catalogue: ProductOrder;
  /** Oldest first. */
  readonly created: ProductOrder;
  /** Cheapest first, by market; products without a price there are left out. */
  readonly prices: readonly ProductOrder[];
  /** By title, by language. Collation is slow, so an order is made when it is first asked for. */
  private readonly titles: (ProductOrder | undefined)[] = [];

  constructor(private readonly products: readonly (ProductRecord | undefined)[]) {
    const order = (keyOf: Ordering['keyOf']) => new ProductOrder(products, { keyOf, compareKeys: byNumber });
    this.catalogue = order(() => 0);
    this.created = order(({ createdAt }) => createdAt);
    this.prices = MARKETS.map((_, mkt) => order(({ priceFrom }) => priceFrom[mkt]?.amount ?? null));
  }

  /** The order of titles in a language. */
  titlesIn(lang: number): ProductOrder {
    const known = this.titles[lang];
    if (known) return known;
    const collator = COLLATORS[lang] as Intl.Collator;
    const order = new ProductOrder(this.products, {
      keyOf: ({ title }) => title[lang] ?? '',
      compareKeys: (a, b) => collator.compare(String(a), String(b)),
    });
    order.update(new Set(), [...this.catalogue.slots]);
    this.titles[lang] = order;
    return order;
  }

  /** Takes slots out of every order and puts slots in. */
  update(removed: ReadonlySet<number>, added: readonly number[]): void {
    for (const order of this.all()) order.update(removed, added);
  }

  /** Bytes held. */
  bytes(): number {
    return this.all().reduce((sum, { slots }) => sum + slots.byteLength, 0);
  }

  private all(): ProductOrder[] {
    return [this.catalogue, this.created, ...this.prices, ...this.titles.flatMap((order) => order ?? [])];
  }
}
