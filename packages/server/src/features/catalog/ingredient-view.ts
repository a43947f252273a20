import type { AvoidedIngredient, Ingredient } from '@barrier/schema/catalog/product.type.ts';
import { avoidReason } from './avoid-reason.ts';
import type { IngredientRecord } from './catalogue-records.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import type { Locale } from './locale.ts';

/** An ingredient as the graph answers it. */
export class IngredientView implements Ingredient {
  private keptAvoids: AvoidedIngredient[] | undefined;

  constructor(
    private readonly record: IngredientRecord,
    private readonly locale: Locale,
    private readonly catalogue: CatalogueSnapshot,
  ) {}

  get slug(): string {
    return this.record.slug;
  }

  get inci(): string {
    return this.record.inci;
  }

  get commonName(): string {
    return this.record.commonName[this.locale.lang] as string;
  }

  get explanation(): string {
    return this.record.explanation[this.locale.lang] as string;
  }

  get functions() {
    return this.record.functions as Ingredient['functions'];
  }

  get origin() {
    return this.record.origin;
  }

  get avoidWith() {
    return this.record.avoidWith as string[];
  }

  get avoids(): AvoidedIngredient[] {
    this.keptAvoids ??= this.record.avoidWith.flatMap((slug) => {
      const other = this.catalogue.ingredient(slug);
      if (!other) return [];
      const { inci, commonName } = other;
      return {
        slug,
        inci,
        commonName: commonName[this.locale.lang] as string,
        reason: avoidReason(this.record, other),
      };
    });
    return this.keptAvoids;
  }

  get productCount(): number {
    return this.catalogue.index.countWith('INGREDIENT', this.record.slug, this.locale.mkt);
  }
}
