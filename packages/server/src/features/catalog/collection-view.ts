import type { Collection } from '@barrier/schema/catalog/product.type.ts';
import type { CollectionRecord } from './catalogue-records.ts';
import type { Locale } from './locale.ts';
import type { ProductIndex } from './product-index.ts';

/** A category or collection as the graph answers it. */
export class CollectionView implements Collection {
  constructor(
    private readonly record: CollectionRecord,
    private readonly locale: Locale,
    private readonly index: ProductIndex,
  ) {}

  get handle(): string {
    return this.record.handle;
  }

  get kind() {
    return this.record.kind;
  }

  get title(): string {
    return this.record.title[this.locale.lang] as string;
  }

  get description(): string | null {
    return this.record.description[this.locale.lang] || null;
  }

  get productCount(): number {
    return this.index.countWith(this.record.kind, this.record.handle, this.locale.mkt);
  }
}
