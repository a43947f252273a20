import type { Company, ResponsiblePerson } from '@barrier/schema/catalog/company.type.ts';
import type {
  Collection,
  Ingredient,
  Picture,
  Product,
  ProductOption,
  ProductVariant,
  SelectedOption,
} from '@barrier/schema/catalog/product.type.ts';
import type { Money } from '@barrier/schema/market/market.type.ts';
import {
  bestStockOf,
  DESCRIPTION,
  DIRECTIONS,
  type ProductRecord,
  stockStateOf,
  type VariantRecord,
} from './catalogue-records.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { CollectionView } from './collection-view.ts';
import { IngredientView } from './ingredient-view.ts';
import type { Locale } from './locale.ts';
import { picturesOf } from './picture-view.ts';

/**
 * A product as the graph answers it. Views hold a record and a locale; their getters are plain properties to compiled
 * queries, so a page of a list allocates a few dozen small objects and shares every string. A compiled query reads an
 * object or list several times over (is it null, is it an error, …), so what is put together here is kept.
 */
export class ProductView implements Product {
  private keptCategory: Collection | null | undefined;
  private keptCollections: Collection[] | undefined;
  private keptIngredients: Ingredient[] | undefined;
  private keptPictures: Picture[] | undefined;
  private keptOptions: ProductOption[] | undefined;
  private keptVariants: ProductVariant[] | undefined;

  constructor(
    readonly record: ProductRecord,
    private readonly locale: Locale,
    private readonly catalogue: CatalogueSnapshot,
  ) {}

  get id(): string {
    return this.record.id;
  }

  get slug(): string {
    return this.record.slug;
  }

  get title(): string {
    return this.record.title[this.locale.lang] as string;
  }

  get subtitle(): string | null {
    return this.record.subtitle?.[this.locale.lang] ?? null;
  }

  get descriptionHtml(): string {
    return this.record.longTexts.get(DESCRIPTION, this.locale.lang) ?? '';
  }

  get directions(): string | null {
    return this.record.longTexts.get(DIRECTIONS, this.locale.lang);
  }

  get warnings(): string | null {
    return this.record.warnings?.[this.locale.lang] ?? null;
  }

  get manufacturer(): Company | null {
    return this.record.manufacturer;
  }

  get responsiblePerson(): ResponsiblePerson | null {
    return this.record.responsiblePersons[this.locale.mkt] ?? null;
  }

  get countryOfOrigin(): string | null {
    return this.record.countryOfOrigin;
  }

  get batchNote(): string | null {
    return this.record.batchNote?.[this.locale.lang] ?? null;
  }

  get vendor(): string {
    return this.record.vendor;
  }

  get range(): string | null {
    return this.record.range;
  }

  get category(): Collection | null {
    const { category } = this.record;
    if (this.keptCategory === undefined) this.keptCategory = category === null ? null : this.collectionAt(category);
    return this.keptCategory;
  }

  get collections(): Collection[] {
    this.keptCollections ??= this.record.collections.flatMap((handle) => this.collectionAt(handle) ?? []);
    return this.keptCollections;
  }

  get skinTypes() {
    return this.record.skinTypes as Product['skinTypes'];
  }

  get concerns() {
    return this.record.concerns as Product['concerns'];
  }

  get texture() {
    return this.record.texture;
  }

  get freeFrom() {
    return this.record.freeFrom as Product['freeFrom'];
  }

  get useTimes() {
    return this.record.useTimes as Product['useTimes'];
  }

  get periodAfterOpeningMonths(): number | null {
    return this.record.periodAfterOpeningMonths;
  }

  get ingredients(): Ingredient[] {
    this.keptIngredients ??= this.record.ingredients.flatMap((slug) => {
      const ingredient = this.catalogue.ingredient(slug);
      return ingredient ? new IngredientView(ingredient, this.locale, this.catalogue) : [];
    });
    return this.keptIngredients;
  }

  get pictures(): Picture[] {
    this.keptPictures ??= picturesOf(this.record, this.locale.lang);
    return this.keptPictures;
  }

  get options(): ProductOption[] {
    const { lang } = this.locale;
    this.keptOptions ??= this.record.options.map((name, at) => ({
      name: name[lang] as string,
      values: [...new Set(this.record.variants.flatMap(({ optionValues }) => optionValues[at]?.[lang] ?? []))],
    }));
    return this.keptOptions;
  }

  get variants(): ProductVariant[] {
    this.keptVariants ??= this.record.variants.map(
      (variant) => new VariantView(variant, this.record, this.locale, this.catalogue),
    );
    return this.keptVariants;
  }

  get priceFrom(): Money | null {
    return this.record.priceFrom[this.locale.mkt] ?? null;
  }

  get stock() {
    return bestStockOf(this.record);
  }

  private collectionAt(handle: string): Collection | null {
    const collection = this.catalogue.collection(handle);
    return collection ? new CollectionView(collection, this.locale, this.catalogue) : null;
  }
}

/** A variant as the graph answers it. */
export class VariantView implements ProductVariant {
  private keptOptions: SelectedOption[] | undefined;
  private keptUnitPrice: Money | null | undefined;

  constructor(
    readonly record: VariantRecord,
    private readonly product: ProductRecord,
    private readonly locale: Locale,
    private readonly catalogue: CatalogueSnapshot,
  ) {}

  get id(): string {
    return this.record.id;
  }

  get title(): string {
    return this.record.title[this.locale.lang] as string;
  }

  get sku(): string | null {
    return this.record.sku;
  }

  get barcode(): string | null {
    return this.record.barcode;
  }

  get options(): SelectedOption[] {
    const { lang } = this.locale;
    this.keptOptions ??= this.record.optionValues.map((value, at) => ({
      name: this.product.options[at]?.[lang] ?? '',
      value: value[lang] as string,
    }));
    return this.keptOptions;
  }

  get price(): Money | null {
    return this.record.prices[this.locale.mkt] ?? null;
  }

  get compareAtPrice(): Money | null {
    const former = this.record.compareAtPrices[this.locale.mkt];
    // Files also give a former price that is none.
    return former && former.amount > (this.price?.amount ?? former.amount) ? former : null;
  }

  /** The price of 100 ml or 100 g, rounded half up (Directive 98/6/EC). */
  get unitPrice(): Money | null {
    if (this.keptUnitPrice === undefined) {
      const { price } = this;
      const amount = this.record.contentAmount;
      this.keptUnitPrice =
        price && amount ? this.catalogue.money(this.locale.mkt, Math.round((price.amount * 100) / amount)) : null;
    }
    return this.keptUnitPrice;
  }

  get contentAmount(): number | null {
    return this.record.contentAmount;
  }

  get contentUnit() {
    return this.record.contentUnit;
  }

  get stock() {
    return stockStateOf(this.record);
  }
}
