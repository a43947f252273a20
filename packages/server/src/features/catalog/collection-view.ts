import type { Collection, Picture } from '@barrier/schema/catalog/product.type.ts';
import type { CollectionRecord } from './catalogue-records.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { groupPictureOf } from './group-pictures.ts';
import type { Locale } from './locale.ts';
import { groupPicture } from './picture-view.ts';

/** A category or collection as the graph answers it. */
export class CollectionView implements Collection {
  private keptPicture: Picture | null | undefined;

  constructor(
    private readonly record: CollectionRecord,
    private readonly locale: Locale,
    private readonly catalogue: CatalogueSnapshot,
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

  get picture(): Picture | null {
    if (this.keptPicture === undefined) {
      const group = groupPictureOf(this.catalogue, this.handle);
      this.keptPicture = group && groupPicture(group, this.title, this.locale.lang);
    }
    return this.keptPicture;
  }

  get productCount(): number {
    return this.catalogue.index.countWith(this.record.kind, this.record.handle, this.locale.mkt);
  }
}
