import type {
  CollectionKind,
  ContentUnit,
  IngredientFunction,
  IngredientOrigin,
} from '@barrier/schema/catalog/vocabulary.ts';
import type { Money } from '@barrier/schema/market/market.type.ts';
import { answeringCompanies } from './answering-companies.ts';
import {
  type Amounts,
  type CollectionRecord,
  type IngredientRecord,
  type ListedPicture,
  LongTexts,
  type ProductRecord,
  type VariantRecord,
} from './catalogue-records.ts';
import type { PictureCopy } from './fetched-pictures/picture-copy.ts';
import { CURRENCIES } from './locale.ts';
import { inAllLanguages, type LocalisedText, type Texts } from './localised-text.ts';
import type { Company, ProductPicture } from './product.entity.ts';
import {
  type CollectionRow,
  type FetchedPictureRow,
  type IngredientRow,
  type ProductRow,
  parsed,
  type VariantRow,
} from './read-catalogue-rows.ts';
import type { Prices } from './variant.entity.ts';

type Answering = ProductRecord['responsiblePersons'];

/** Makes records from rows. Equal strings, lists and amounts are kept once: a catalogue repeats itself a lot. */
export class RecordBuilder {
  private readonly strings = new Map<string, string>();
  private readonly lists = new Map<string, readonly string[]>();
  private readonly texts = new Map<string, Texts>();
  private readonly companies = new Map<string, Company>();
  private readonly answering = new Map<string, Map<Company | null, Answering>>();
  private readonly amounts = new Map<string, Amounts>();
  private readonly copies = new Map<string, PictureCopy>();
  private readonly money = CURRENCIES.map(() => new Map<number, Money>());

  /** A product with its variants, which are in the order of their positions. */
  product(row: ProductRow, variantRows: readonly VariantRow[]): ProductRecord {
    const texts = parsed(row.texts);
    const title = inAllLanguages(texts.title);
    const variants = variantRows.map((variant) => this.variant(variant, title));
    const packaging = row.packaging ? parsed(row.packaging) : null;
    const manufacturer = this.company(row.manufacturer);
    return {
      id: row.id,
      slug: row.handle,
      createdAt: typeof row.created_at === 'number' ? row.created_at : new Date(row.created_at).getTime(),
      title,
      subtitle: texts.subtitle ? inAllLanguages(texts.subtitle) : null,
      warnings: texts.warnings ? this.shared(texts.warnings) : null,
      batchNote: texts.batchNote ? this.shared(texts.batchNote) : null,
      manufacturer,
      responsiblePersons: this.answeringOf(row, manufacturer),
      countryOfOrigin: row.country_of_origin && this.string(row.country_of_origin),
      longTexts: new LongTexts([
        inAllLanguages(texts.descriptionHtml ?? ''),
        texts.directions ? inAllLanguages(texts.directions) : null,
      ]),
      vendor: this.string(row.vendor),
      range: row.range && this.string(row.range),
      category: row.category && this.string(row.category),
      collections: this.list(row.collections),
      skinTypes: this.list(row.skin_types) as ProductRecord['skinTypes'],
      concerns: this.list(row.concerns) as ProductRecord['concerns'],
      texture: row.texture ? (this.string(row.texture) as NonNullable<ProductRecord['texture']>) : null,
      freeFrom: this.list(row.free_from) as ProductRecord['freeFrom'],
      useTimes: this.list(row.use_times) as ProductRecord['useTimes'],
      periodAfterOpeningMonths: row.period_after_opening_months,
      ingredients: parsed(row.ingredients).map((slug) => this.string(slug)),
      tags: parsed(row.tags).join(', '),
      options: parsed(row.options).map(({ name }) => this.shared(name)),
      pictures: parsed(row.pictures).map((picture) => this.listed(picture)),
      packaging: packaging && { ...packaging, tint: this.string(packaging.tint) },
      variants,
      priceFrom: this.lowest(variants),
      drawn: undefined,
    };
  }

  /** An ingredient. */
  ingredient(row: IngredientRow): IngredientRecord {
    return {
      slug: this.string(row.slug),
      inci: row.inci,
      commonName: inAllLanguages(parsed(row.common_name)),
      explanation: inAllLanguages(parsed(row.explanation)),
      functions: this.list(row.functions) as readonly IngredientFunction[],
      origin: row.origin as IngredientOrigin | null,
      avoidWith: this.list(row.avoid_with),
    };
  }

  /** A category or collection. */
  collection(row: CollectionRow): CollectionRecord {
    return {
      handle: this.string(row.handle),
      kind: row.kind as CollectionKind,
      position: row.position,
      title: inAllLanguages(parsed(row.title)),
      description: inAllLanguages(parsed(row.description)),
    };
  }

  /** Learns of the shop's copies of pictures, for the products that are built after. */
  learnCopies(rows: readonly FetchedPictureRow[]): void {
    for (const { url, digest, width, height, placeholder } of rows) {
      this.copies.set(url, { digest, width, height, placeholder });
    }
  }

  private listed(picture: ProductPicture): ListedPicture {
    const copy = this.copies.get(picture.url);
    return copy ? { ...picture, copy } : picture;
  }

  private variant(row: VariantRow, productTitle: Texts): VariantRecord {
    const optionValues = parsed(row.option_values).map((value) => this.shared(value));
    const [only] = optionValues;
    return {
      id: row.id,
      sku: row.sku,
      barcode: row.barcode,
      title:
        optionValues.length > 1
          ? productTitle.map((_, lang) => optionValues.map((value) => value[lang]).join(' / '))
          : (only ?? productTitle),
      optionValues,
      contentAmount: row.content_amount,
      contentUnit: row.content_unit as ContentUnit | null,
      prices: this.amountsOf(parsed(row.prices)),
      compareAtPrices: this.amountsOf(parsed(row.compare_at_prices)),
      weightGrams: row.weight_grams,
      stockTracked: Boolean(row.stock_tracked),
      stock: row.stock,
    };
  }

  private lowest(variants: readonly VariantRecord[]): Amounts {
    const lowest = CURRENCIES.map((_, at) => {
      const amounts = variants.flatMap(({ prices }) => prices[at]?.amount ?? []);
      return amounts.length > 0 ? Math.min(...amounts) : null;
    });
    return this.kept(lowest);
  }

  private amountsOf(prices: Prices): Amounts {
    return this.kept(CURRENCIES.map((currency) => prices[currency] ?? null));
  }

  private kept(amounts: readonly (number | null)[]): Amounts {
    return keep(this.amounts, amounts.join(), () =>
      amounts.map((amount, at) => (amount === null ? null : this.moneyOf(at, amount))),
    );
  }

  /** The one money object of an amount in a currency (its place in `CURRENCIES`). */
  moneyOf(currency: number, amount: number): Money {
    return keep(this.money[currency] as Map<number, Money>, amount, () => ({
      amount,
      currency: CURRENCIES[currency] as Money['currency'],
    }));
  }

  private company(stored: ProductRow['manufacturer']): Company | null {
    return stored === null ? null : keep(this.companies, textOf(stored), () => parsed(stored));
  }

  private answeringOf({ responsible_persons: stored }: ProductRow, manufacturer: Company | null): Answering {
    const known = keep(
      this.answering,
      stored === null ? '' : textOf(stored),
      () => new Map<Company | null, Answering>(),
    );
    return keep(known, manufacturer, () => answeringCompanies(stored === null ? {} : parsed(stored), manufacturer));
  }

  private shared(text: LocalisedText | string): Texts {
    return keep(this.texts, JSON.stringify(text), () => inAllLanguages(text));
  }

  private list(value: ProductRow['tags']): readonly string[] {
    const items = parsed(value);
    return keep(this.lists, items.join('\n'), () => items.map((item) => this.string(item)));
  }

  private string(value: string): string {
    return keep(this.strings, value, () => value);
  }
}

/** A JSON column as text: SQLite has it so already, and then what is known need not be parsed again. */
function textOf(stored: object | string): string {
  return typeof stored === 'string' ? stored : JSON.stringify(stored);
}

/** How many values of a kind are remembered; a catalogue that changes for months must not fill the memory with old ones. */
const MOST_KEPT = 50_000;

function keep<Key, Value>(kept: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const value = make();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, value);
  return value;
}
