import type { Language } from '@barrier/schema/market/market.type.ts';
import { inLanguage, type LocalisedText } from './localised-text.ts';
import type {
  Company,
  Packaging,
  ProductPicture,
  ProductStatus,
  ProductTexts,
  ResponsiblePersons,
} from './product.entity.ts';
import type { Prices } from './variant.entity.ts';

/** A variant as it is stored, without its keys. */
export interface VariantData {
  sku: string | null;
  barcode: string | null;
  optionValues: (string | LocalisedText)[];
  contentAmount: number | null;
  contentUnit: 'ML' | 'G' | null;
  prices: Prices;
  compareAtPrices: Prices;
  stock: number;
  stockTracked: boolean;
  weightGrams: number | null;
  sourceFields: Record<string, string>;
}

/** A product as it is stored, without its keys and dates. */
export interface ProductData {
  status: ProductStatus;
  vendor: string;
  range: string | null;
  category: string | null;
  texture: string | null;
  texts: ProductTexts;
  skinTypes: string[];
  concerns: string[];
  freeFrom: string[];
  useTimes: string[];
  collections: string[];
  ingredients: string[];
  tags: string[];
  options: { name: LocalisedText }[];
  pictures: ProductPicture[];
  packaging: Packaging | null;
  periodAfterOpeningMonths: number | null;
  manufacturer: Company | null;
  responsiblePersons: ResponsiblePersons;
  countryOfOrigin: string | null;
  sourceFields: Record<string, string>;
  variants: VariantData[];
}

/** A variant of a draft: what is left out stays as it is, in a new variant it has its default. */
export type VariantDraft = Partial<VariantData> & Pick<VariantData, 'optionValues'>;

/** What is to become of a product: what is left out stays as it is, in a new product it has its default. */
export interface ProductDraft extends Partial<Omit<ProductData, 'variants' | 'texts'>> {
  readonly handle: string;
  /**
   * The language of a draft that says one part only, as a Shopify file does: texts in other languages, prices in other
   * currencies, responsible persons in other markets and source fields it does not name stay as they are; an empty text
   * or an undefined price or person takes one away.
   * Null: each field that is given says all there is.
   */
  readonly language: Language | null;
  readonly texts?: Partial<ProductTexts>;
  /** All variants there shall be. One with the same option values as before is the same variant, and keeps its id. */
  readonly variants?: readonly VariantDraft[];
}

const NEW_PRODUCT: Omit<ProductData, 'texts' | 'variants'> = {
  status: 'ACTIVE',
  vendor: '',
  range: null,
  category: null,
  texture: null,
  skinTypes: [],
  concerns: [],
  freeFrom: [],
  useTimes: [],
  collections: [],
  ingredients: [],
  tags: [],
  options: [],
  pictures: [],
  packaging: null,
  periodAfterOpeningMonths: null,
  manufacturer: null,
  responsiblePersons: {},
  countryOfOrigin: null,
  sourceFields: {},
};

const NEW_VARIANT: VariantData = {
  sku: null,
  barcode: null,
  optionValues: [],
  contentAmount: null,
  contentUnit: null,
  prices: {},
  compareAtPrices: {},
  stock: 0,
  stockTracked: false,
  weightGrams: null,
  sourceFields: {},
};

/** The product that comes of a draft and what there was, with the variants there were by their place in it, or null for new ones. */
export function mergeDraft(
  draft: ProductDraft,
  before: ProductData | null,
): { data: ProductData; sameVariants: (number | null)[] } {
  const { handle: _, language, texts, variants, options, ...fields } = draft;
  const base = before ?? { ...NEW_PRODUCT, texts: { title: {} }, variants: [] };
  const drafts = variants ?? base.variants;
  const used = new Set<number>();
  const sameVariants = drafts.map((variant) => {
    const key = keyOf(variant.optionValues, language);
    const at = base.variants.findIndex((old, place) => !used.has(place) && keyOf(old.optionValues, language) === key);
    if (at < 0) return null;
    used.add(at);
    return at;
  });
  const data: ProductData = {
    ...base,
    ...given(fields),
    responsiblePersons: mergeByKey(fields.responsiblePersons, base.responsiblePersons, language),
    sourceFields: mergeSource(fields.sourceFields, base.sourceFields, language),
    pictures: (fields.pictures ?? base.pictures).map((picture) => withSize(picture, base.pictures)),
    texts: texts ? mergeTexts(texts, base.texts, language) : base.texts,
    options: options
      ? options.map(({ name }, at) => ({ name: translated(name, base.options[at]?.name, language) }))
      : base.options,
    variants: drafts.map((variant, at) => mergeVariant(variant, base.variants[sameVariants[at] ?? -1], language)),
  };
  return { data, sameVariants };
}

function mergeVariant(draft: VariantDraft, before: VariantData | undefined, language: Language | null): VariantData {
  const optionValues = draft.optionValues.map((value, at) => {
    const old = before?.optionValues[at];
    return language && old !== undefined && wordOf(old, language) === wordOf(value, language) ? old : value;
  });
  const base = before ?? NEW_VARIANT;
  return {
    ...base,
    ...given(draft),
    optionValues,
    prices: mergeByKey(draft.prices, base.prices, language),
    compareAtPrices: mergeByKey(draft.compareAtPrices, base.compareAtPrices, language),
    sourceFields: mergeSource(draft.sourceFields, base.sourceFields, language),
  };
}

/** Prices by currency or persons by market: those a partial draft does not name stay, and undefined ones go. */
function mergeByKey<Fields extends Prices | ResponsiblePersons>(
  fields: Fields | undefined,
  before: Fields,
  language: Language | null,
): Fields {
  if (!fields) return before;
  return given(language ? { ...before, ...fields } : fields) as Fields;
}

function mergeSource(
  fields: Record<string, string> | undefined,
  before: Record<string, string>,
  language: Language | null,
): Record<string, string> {
  if (!fields) return before;
  const merged = language ? { ...before, ...fields } : fields;
  return Object.fromEntries(Object.entries(merged).filter(([, text]) => text !== ''));
}

/** A picture whose size is known from before keeps it. */
function withSize(picture: ProductPicture, before: readonly ProductPicture[]): ProductPicture {
  if (picture.width !== null || picture.height !== null) return picture;
  const known = before.find(({ url }) => url === picture.url);
  return known ? { ...picture, width: known.width, height: known.height } : picture;
}

function mergeTexts(texts: Partial<ProductTexts>, before: ProductTexts, language: Language | null): ProductTexts {
  if (!language) return texts as ProductTexts;
  const merged = { ...before };
  for (const [key, text] of Object.entries(texts) as [keyof ProductTexts, LocalisedText][]) {
    const kept = { ...before[key], ...text };
    if (!kept[language]) delete kept[language];
    if (Object.keys(kept).length > 0) merged[key] = kept;
    else if (key !== 'title') delete merged[key];
  }
  return merged;
}

/** A name that says the same as before in the language of the draft keeps its translations. */
function translated(name: LocalisedText, before: LocalisedText | undefined, language: Language | null): LocalisedText {
  return language && before?.[language] !== undefined && before[language] === name[language] ? before : name;
}

function keyOf(values: readonly (string | LocalisedText)[], language: Language | null): string {
  return JSON.stringify(values.map((value) => wordOf(value, language)));
}

function wordOf(value: string | LocalisedText, language: Language | null): string {
  return typeof value === 'string' ? value : inLanguage(value, language ?? 'EN');
}

/** The fields that are not undefined. */
function given<Fields extends object>(fields: Fields): { [K in keyof Fields]: Exclude<Fields[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
