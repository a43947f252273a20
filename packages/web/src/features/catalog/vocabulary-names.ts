import type {
  AvoidReason,
  Concern,
  FreeFrom,
  IngredientFunction,
  IngredientOrigin,
  SkinType,
  StockState,
  Texture,
  UseTime,
} from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';

/** How each word of the catalogue's vocabulary is said on the page. */
export const SKIN_TYPES: Readonly<Record<SkinType, MessageKey>> = {
  DRY: 'skin.DRY',
  OILY: 'skin.OILY',
  COMBINATION: 'skin.COMBINATION',
  NORMAL: 'skin.NORMAL',
  SENSITIVE: 'skin.SENSITIVE',
};

export const CONCERNS: Readonly<Record<Concern, MessageKey>> = {
  DEHYDRATION: 'concern.DEHYDRATION',
  REDNESS: 'concern.REDNESS',
  BARRIER_CARE: 'concern.BARRIER_CARE',
  DULLNESS: 'concern.DULLNESS',
  UNEVEN_TONE: 'concern.UNEVEN_TONE',
  PORES: 'concern.PORES',
  BLEMISHES: 'concern.BLEMISHES',
  FINE_LINES: 'concern.FINE_LINES',
  ROUGHNESS: 'concern.ROUGHNESS',
  PUFFINESS: 'concern.PUFFINESS',
  SUN_PROTECTION: 'concern.SUN_PROTECTION',
};

export const TEXTURES: Readonly<Record<Texture, MessageKey>> = {
  GEL: 'texture.GEL',
  CREAM: 'texture.CREAM',
  OIL: 'texture.OIL',
  FOAM: 'texture.FOAM',
  BALM: 'texture.BALM',
  LOTION: 'texture.LOTION',
  LIQUID: 'texture.LIQUID',
  MILK: 'texture.MILK',
  STICK: 'texture.STICK',
  MIST: 'texture.MIST',
  POWDER: 'texture.POWDER',
  SHEET: 'texture.SHEET',
};

export const FREE_FROM: Readonly<Record<FreeFrom, MessageKey>> = {
  FRAGRANCE: 'without.FRAGRANCE',
  ALCOHOL: 'without.ALCOHOL',
  SILICONE: 'without.SILICONE',
  ESSENTIAL_OILS: 'without.ESSENTIAL_OILS',
  MINERAL_OIL: 'without.MINERAL_OIL',
  SULFATES: 'without.SULFATES',
  PARABENS: 'without.PARABENS',
};

export const USE_TIMES: Readonly<Record<UseTime, MessageKey>> = { MORNING: 'use.MORNING', EVENING: 'use.EVENING' };

export const STOCK: Readonly<Record<StockState, MessageKey>> = {
  IN_STOCK: 'stock.in',
  LOW: 'stock.low',
  OUT_OF_STOCK: 'stock.out',
};

export const FUNCTIONS: Readonly<Record<IngredientFunction, MessageKey>> = {
  SOLVENT: 'function.SOLVENT',
  HUMECTANT: 'function.HUMECTANT',
  EMOLLIENT: 'function.EMOLLIENT',
  OCCLUSIVE: 'function.OCCLUSIVE',
  EMULSIFIER: 'function.EMULSIFIER',
  SURFACTANT: 'function.SURFACTANT',
  THICKENER: 'function.THICKENER',
  PRESERVATIVE: 'function.PRESERVATIVE',
  CHELATOR: 'function.CHELATOR',
  PH_ADJUSTER: 'function.PH_ADJUSTER',
  ANTIOXIDANT: 'function.ANTIOXIDANT',
  EXFOLIANT: 'function.EXFOLIANT',
  SKIN_CONDITIONING: 'function.SKIN_CONDITIONING',
  SOOTHING: 'function.SOOTHING',
  BARRIER: 'function.BARRIER',
  UV_FILTER: 'function.UV_FILTER',
  ABSORBENT: 'function.ABSORBENT',
  FRAGRANCE: 'function.FRAGRANCE',
  COLORANT: 'function.COLORANT',
  FILM_FORMER: 'function.FILM_FORMER',
  ENZYME: 'function.ENZYME',
};

export const ORIGINS: Readonly<Record<IngredientOrigin, MessageKey>> = {
  PLANT: 'origin.PLANT',
  MINERAL: 'origin.MINERAL',
  BIOTECH: 'origin.BIOTECH',
  SYNTHETIC: 'origin.SYNTHETIC',
  ANIMAL: 'origin.ANIMAL',
};

export const AVOID_REASONS: Readonly<Record<AvoidReason, MessageKey>> = {
  BOTH_EXFOLIATE: 'pair.BOTH_EXFOLIATE',
  EXFOLIATION_DEEPENS: 'pair.EXFOLIATION_DEEPENS',
  LOSE_EFFECT: 'pair.LOSE_EFFECT',
  STRONG_TOGETHER: 'pair.STRONG_TOGETHER',
};
