import type { ResponsiblePerson } from '@barrier/schema/catalog/company.type.ts';
import type {
  CollectionKind,
  Concern,
  ContentUnit,
  FreeFrom,
  IngredientFunction,
  IngredientOrigin,
  SkinType,
  StockState,
  Texture,
  UseTime,
} from '@barrier/schema/catalog/vocabulary.ts';
import type { Money } from '@barrier/schema/market/market.type.ts';
import type { PictureCopy } from './fetched-pictures/picture-copy.ts';
import { LANGUAGES } from './locale.ts';
import type { Texts } from './localised-text.ts';
import type { Company, Packaging, ProductPicture } from './product.entity.ts';
import type { DrawnPictures } from './product-pictures.ts';

/** An amount in each currency, in the order of `CURRENCIES`; null where there is none. */
export type Amounts = readonly (Money | null)[];

/** Fewer units than this are "low": a word, not a number that would tell of other people's orders. */
const LOW_STOCK = 6;

/** A variant as the read model holds it. */
export interface VariantRecord {
  readonly id: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly title: Texts;
  readonly optionValues: readonly Texts[];
  readonly contentAmount: number | null;
  readonly contentUnit: ContentUnit | null;
  readonly prices: Amounts;
  readonly compareAtPrices: Amounts;
  readonly weightGrams: number | null;
  /** Whether stock limits sales at all. */
  stockTracked: boolean;
  /** Units left when last heard of; what is true is decided in the database when an order is placed. */
  stock: number;
}

/** A picture of a product, with the shop's copy of it if it is published elsewhere and was fetched. */
export interface ListedPicture extends ProductPicture {
  readonly copy?: PictureCopy;
}

/** A product as the read model holds it; its long texts lie outside the heap. */
export interface ProductRecord {
  readonly id: string;
  readonly slug: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly title: Texts;
  readonly subtitle: Texts | null;
  readonly warnings: Texts | null;
  readonly batchNote: Texts | null;
  readonly manufacturer: Company | null;
  /** In the order of `MARKETS`, fallbacks filled in. */
  readonly responsiblePersons: readonly (ResponsiblePerson | null)[];
  readonly countryOfOrigin: string | null;
  readonly longTexts: LongTexts;
  readonly vendor: string;
  readonly range: string | null;
  readonly category: string | null;
  readonly collections: readonly string[];
  readonly skinTypes: readonly SkinType[];
  readonly concerns: readonly Concern[];
  readonly texture: Texture | null;
  readonly freeFrom: readonly FreeFrom[];
  readonly useTimes: readonly UseTime[];
  readonly periodAfterOpeningMonths: number | null;
  readonly ingredients: readonly string[];
  readonly tags: string;
  readonly options: readonly Texts[];
  readonly pictures: readonly ListedPicture[];
  readonly packaging: Packaging | null;
  readonly variants: readonly VariantRecord[];
  /** The lowest price of its variants in each currency. */
  readonly priceFrom: Amounts;
  /** Its drawn pictures, once somebody has asked for them. */
  drawn: DrawnPictures | null | undefined;
}

/** An ingredient as the read model holds it. */
export interface IngredientRecord {
  readonly slug: string;
  readonly inci: string;
  readonly commonName: Texts;
  readonly explanation: Texts;
  readonly functions: readonly IngredientFunction[];
  readonly origin: IngredientOrigin | null;
  readonly avoidWith: readonly string[];
}

/** A category or collection as the read model holds it. */
export interface CollectionRecord {
  readonly handle: string;
  readonly kind: CollectionKind;
  readonly position: number;
  readonly title: Texts;
  readonly description: Texts;
}

/** The stock of a variant in words. */
export function stockStateOf({ stockTracked, stock }: Pick<VariantRecord, 'stockTracked' | 'stock'>): StockState {
  if (!stockTracked || stock >= LOW_STOCK) return 'IN_STOCK';
  return stock > 0 ? 'LOW' : 'OUT_OF_STOCK';
}

/** The best stock state of a product's variants. */
export function bestStockOf({ variants }: ProductRecord): StockState {
  let best: StockState = 'OUT_OF_STOCK';
  for (const variant of variants) {
    const state = stockStateOf(variant);
    if (state === 'IN_STOCK') return state;
    if (state === 'LOW') best = state;
  }
  return best;
}

/** The places of the long texts. */
export const DESCRIPTION = 0;
export const DIRECTIONS = 1;
const LONG_TEXTS = 2;

/** Bytes before the texts: start and end of each, in each language. */
const HEADER = LONG_TEXTS * LANGUAGES.length * 8;

/**
 * The texts only a product's own page shows, as UTF-8 in one buffer outside the heap: nothing for the garbage collector
 * to visit, and half the bytes, since one curly quote makes V8 use two for each character. It begins with where
 * each text in each language starts and ends; fallbacks share theirs.
 */
export class LongTexts {
  private readonly bytes: Buffer;

  /** @param texts the description and the directions, each in all languages, or null for none. */
  constructor(texts: readonly (Texts | null)[]) {
    const distinct = [...new Set(texts.flatMap((text) => text ?? []))];
    let end = HEADER;
    const starts = distinct.map((text) => {
      const start = end;
      end += Buffer.byteLength(text);
      return start;
    });
    // Not from Node's pool, whose slabs a long-lived slice keeps alive.
    this.bytes = Buffer.allocUnsafeSlow(end);
    for (const [at, text] of distinct.entries()) this.bytes.write(text, starts[at] ?? 0);
    for (let place = 0; place < LONG_TEXTS * LANGUAGES.length; place++) {
      const text = texts[Math.floor(place / LANGUAGES.length)]?.[place % LANGUAGES.length];
      const at = text === undefined ? -1 : distinct.indexOf(text);
      this.bytes.writeUInt32LE(starts[at] ?? 0, place * 8);
      this.bytes.writeUInt32LE(at < 0 ? 0 : (starts[at + 1] ?? end), place * 8 + 4);
    }
  }

  /** A text in a language; null if there is none. */
  get(text: number, lang: number): string | null {
    const place = (text * LANGUAGES.length + lang) * 8;
    const start = this.bytes.readUInt32LE(place);
    return start === 0 ? null : this.bytes.toString('utf8', start, this.bytes.readUInt32LE(place + 4));
  }

  /** A text in all languages; empty where there is none. */
  all(text: number): Texts {
    return LANGUAGES.map((_, lang) => this.get(text, lang) ?? '');
  }

  /** Bytes held, with about what Node adds to a buffer. */
  get size(): number {
    return this.bytes.length + 250;
  }
}
