import { registerEnumType } from 'type-graphql';

const keys = <const Value extends string>(...values: Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in Value]: K };

/** What skin a product suits. A property of the product, never of a person (D23). */
export const SkinType = keys('DRY', 'OILY', 'COMBINATION', 'NORMAL', 'SENSITIVE');
export type SkinType = keyof typeof SkinType;

/** What a product is chosen for. */
export const Concern = keys(
  'DEHYDRATION',
  'REDNESS',
  'BARRIER_CARE',
  'DULLNESS',
  'UNEVEN_TONE',
  'PORES',
  'BLEMISHES',
  'FINE_LINES',
  'ROUGHNESS',
  'PUFFINESS',
  'SUN_PROTECTION',
);
export type Concern = keyof typeof Concern;

/** How it feels. */
export const Texture = keys(
  'GEL',
  'CREAM',
  'OIL',
  'FOAM',
  'BALM',
  'LOTION',
  'LIQUID',
  'MILK',
  'STICK',
  'MIST',
  'POWDER',
  'SHEET',
);
export type Texture = keyof typeof Texture;

/** What it does without. */
export const FreeFrom = keys(
  'FRAGRANCE',
  'ALCOHOL',
  'SILICONE',
  'ESSENTIAL_OILS',
  'MINERAL_OIL',
  'SULFATES',
  'PARABENS',
);
export type FreeFrom = keyof typeof FreeFrom;

/** When it is used. */
export const UseTime = keys('MORNING', 'EVENING');
export type UseTime = keyof typeof UseTime;

/** What an ingredient does in a formula (after the EU's CosIng functions). */
export const IngredientFunction = keys(
  'SOLVENT',
  'HUMECTANT',
  'EMOLLIENT',
  'OCCLUSIVE',
  'EMULSIFIER',
  'SURFACTANT',
  'THICKENER',
  'PRESERVATIVE',
  'CHELATOR',
  'PH_ADJUSTER',
  'ANTIOXIDANT',
  'EXFOLIANT',
  'SKIN_CONDITIONING',
  'SOOTHING',
  'BARRIER',
  'UV_FILTER',
  'ABSORBENT',
  'FRAGRANCE',
  'COLORANT',
  'FILM_FORMER',
  'ENZYME',
);
export type IngredientFunction = keyof typeof IngredientFunction;

/** Where an ingredient comes from. */
export const IngredientOrigin = keys('PLANT', 'MINERAL', 'BIOTECH', 'SYNTHETIC', 'ANIMAL');
export type IngredientOrigin = keyof typeof IngredientOrigin;

/** Why two ingredients should not meet in one routine. */
export const AvoidReason = keys('BOTH_EXFOLIATE', 'EXFOLIATION_DEEPENS', 'LOSE_EFFECT', 'STRONG_TOGETHER');
export type AvoidReason = keyof typeof AvoidReason;

/** What kind of group of products. */
export const CollectionKind = keys('CATEGORY', 'COLLECTION');
export type CollectionKind = keyof typeof CollectionKind;

/** The unit of a variant's content. */
export const ContentUnit = keys('ML', 'G');
export type ContentUnit = keyof typeof ContentUnit;

/** What a picture can be had in. */
export const PictureFormat = keys('AVIF', 'WEBP', 'PNG');
export type PictureFormat = keyof typeof PictureFormat;

/** How much of a variant is left, in words rather than in numbers that would tell of other people's orders. */
export const StockState = keys('IN_STOCK', 'LOW', 'OUT_OF_STOCK');
export type StockState = keyof typeof StockState;

/** How a list of products is ordered. */
export const ProductSort = keys('RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'TITLE');
export type ProductSort = keyof typeof ProductSort;

/** What a list of products can be narrowed by. */
export const FacetKey = keys(
  'CATEGORY',
  'COLLECTION',
  'SKIN_TYPE',
  'CONCERN',
  'INGREDIENT',
  'FREE_FROM',
  'TEXTURE',
  'VENDOR',
  'PRICE',
  'SIZE',
);
export type FacetKey = keyof typeof FacetKey;

registerEnumType(SkinType, {
  name: 'SkinType',
  description: 'What skin a product suits; never what skin a person has.',
});
registerEnumType(Concern, { name: 'Concern', description: 'What a product is chosen for.' });
registerEnumType(Texture, { name: 'Texture', description: 'How a product feels.' });
registerEnumType(FreeFrom, { name: 'FreeFrom', description: 'What a product does without.' });
registerEnumType(UseTime, { name: 'UseTime', description: 'When a product is used.' });
registerEnumType(IngredientFunction, {
  name: 'IngredientFunction',
  description: "What an ingredient does in a formula, after the EU's CosIng functions.",
});
registerEnumType(IngredientOrigin, { name: 'IngredientOrigin', description: 'Where an ingredient comes from.' });
registerEnumType(AvoidReason, {
  name: 'AvoidReason',
  description: 'Why two ingredients should not meet in one routine.',
  valuesConfig: {
    BOTH_EXFOLIATE: { description: 'Both loosen the outermost layer of the skin; together that is too much.' },
    EXFOLIATION_DEEPENS: { description: 'One loosens the outermost layer, so that the other acts harder than meant.' },
    LOSE_EFFECT: { description: 'One makes the other oxidise, so that it does less.' },
    STRONG_TOGETHER: { description: 'Each asks much of the skin; together they irritate more easily.' },
  },
});
registerEnumType(CollectionKind, {
  name: 'CollectionKind',
  description: 'What kind of group of products.',
  valuesConfig: {
    CATEGORY: { description: 'A part of the assortment; a product is in one.' },
    COLLECTION: { description: 'Put together by hand; a product is in any number.' },
  },
});
registerEnumType(ContentUnit, { name: 'ContentUnit', description: "The unit of a variant's content." });
registerEnumType(PictureFormat, { name: 'PictureFormat', description: 'What a picture can be had in.' });
registerEnumType(StockState, { name: 'StockState', description: 'How much of a variant is left, in words.' });
registerEnumType(ProductSort, { name: 'ProductSort', description: 'How a list of products is ordered.' });
registerEnumType(FacetKey, { name: 'FacetKey', description: 'What a list of products can be narrowed by.' });
