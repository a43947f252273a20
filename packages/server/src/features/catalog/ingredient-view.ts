import type { Ingredient } from '@barrier/schema/catalog/product.type.ts';
import type { IngredientRecord } from './catalogue-records.ts';
import type { Locale } from './locale.ts';
import type { ProductIndex } from './product-index.ts';

/** An ingredient as the graph answers it. */
export class IngredientView implements Ingredient {
  constructor(
    private readonly record: IngredientRecord,
    private readonly locale: Locale,
    private readonly index: ProductIndex,
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

  get productCount(): number {
    return this.index.countWith('INGREDIENT', this.record.slug, this.locale.mkt);
  }
}
