import type { Concern, FreeFrom, SkinType, Texture } from '@barrier/schema/catalog/vocabulary.ts';
import type { SetFacet } from './index/facet-values.ts';
import type { Texts } from './localised-text.ts';

/** Names of the values of the closed facets: English, German, Chinese. */
const SKIN_TYPES: Readonly<Record<SkinType, Texts>> = {
  DRY: ['Dry skin', 'Trockene Haut', '干性肌肤'],
  OILY: ['Oily skin', 'Ölige Haut', '油性肌肤'],
  COMBINATION: ['Combination skin', 'Mischhaut', '混合性肌肤'],
  NORMAL: ['Normal skin', 'Normale Haut', '中性肌肤'],
  SENSITIVE: ['Sensitive skin', 'Empfindliche Haut', '敏感肌肤'],
};

const CONCERNS: Readonly<Record<Concern, Texts>> = {
  DEHYDRATION: ['Dehydration', 'Feuchtigkeitsmangel', '缺水'],
  REDNESS: ['Redness', 'Rötungen', '泛红'],
  BARRIER_CARE: ['Barrier care', 'Hautbarriere', '屏障护理'],
  DULLNESS: ['Dullness', 'Fahle Haut', '暗沉'],
  UNEVEN_TONE: ['Uneven tone', 'Ungleichmäßiger Teint', '肤色不均'],
  PORES: ['Pores', 'Poren', '毛孔'],
  BLEMISHES: ['Blemishes', 'Unreinheiten', '痘痘瑕疵'],
  FINE_LINES: ['Fine lines', 'Feine Linien', '细纹'],
  ROUGHNESS: ['Roughness', 'Raue Haut', '粗糙'],
  PUFFINESS: ['Puffiness', 'Schwellungen', '浮肿'],
  SUN_PROTECTION: ['Sun protection', 'Sonnenschutz', '防晒'],
};

const TEXTURES: Readonly<Record<Texture, Texts>> = {
  GEL: ['Gel', 'Gel', '啫喱'],
  CREAM: ['Cream', 'Creme', '霜'],
  OIL: ['Oil', 'Öl', '油'],
  FOAM: ['Foam', 'Schaum', '泡沫'],
  BALM: ['Balm', 'Balsam', '膏'],
  LOTION: ['Lotion', 'Lotion', '乳液'],
  LIQUID: ['Liquid', 'Flüssig', '液体'],
  MILK: ['Milk', 'Milch', '乳'],
  STICK: ['Stick', 'Stick', '棒'],
  MIST: ['Mist', 'Spray', '喷雾'],
  POWDER: ['Powder', 'Puder', '粉'],
  SHEET: ['Sheet', 'Tuch', '片状'],
};

const FREE_FROMS: Readonly<Record<FreeFrom, Texts>> = {
  FRAGRANCE: ['Without fragrance', 'Ohne Duftstoffe', '无香精'],
  ALCOHOL: ['Without alcohol', 'Ohne Alkohol', '无酒精'],
  SILICONE: ['Without silicone', 'Ohne Silikone', '无硅油'],
  ESSENTIAL_OILS: ['Without essential oils', 'Ohne ätherische Öle', '无精油'],
  MINERAL_OIL: ['Without mineral oil', 'Ohne Mineralöl', '无矿物油'],
  SULFATES: ['Without sulfates', 'Ohne Sulfate', '无硫酸盐'],
  PARABENS: ['Without parabens', 'Ohne Parabene', '不含对羟基苯甲酸酯'],
};

const NAMES: Readonly<Partial<Record<SetFacet, Readonly<Record<string, Texts>>>>> = {
  SKIN_TYPE: SKIN_TYPES,
  CONCERN: CONCERNS,
  TEXTURE: TEXTURES,
  FREE_FROM: FREE_FROMS,
};

/** The names of a facet's value in all languages; the value itself where it needs no translation, such as a brand. */
export function facetNames(facet: SetFacet, value: string): Texts | string {
  return NAMES[facet]?.[value] ?? value;
}
