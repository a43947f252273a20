import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalisedText } from './localised-text.ts';
import type { ProductDraft } from './product-draft.ts';
import { productFromJson } from './transfer/record-from-json.ts';
import { slugOf } from './transfer/slug-of.ts';

/** Names of product lines, English and German alike, and Chinese. */
const LINES: readonly (readonly [name: string, zh: string])[] = (
  'Alder 桤木,Amberley 琥珀,Anise 茴香,Aspen 白杨,Aster 紫菀,Balsa 轻木,Basalt 玄武,Bayleaf 月桂,Birch 白桦,Bluff 断崖,Bracken 蕨野,Bramble 荆棘,' +
  'Briar 野蔷,Brine 海盐,Bruma 薄雾,Calla 马蹄,Camber 拱弧,Campion 剪秋,Cardamom 豆蔻,Cedar 雪松,Chalk 白垩,Cirrus 卷云,Clover 三叶,Cobalt 钴蓝,' +
  'Copse 矮林,Coral 珊瑚,Cove 小湾,Cresset 灯台,Delta 河洲,Dove 灰鸽,Drift 漂木,Ember 余烬,Estuary 河口,Fallow 休耕,Fennel 甜茴,Fern 蕨叶,Fjord 峡湾,' +
  'Flint 燧石,Foxglove 毛地黄,Gable 山墙,Garnet 石榴,Gorse 金雀,Granite 花岗,Grove 果林,Hazel 榛子,Heath 荒原,Heron 苍鹭,Hollow 幽谷,Indigo 靛青,' +
  'Iris 鸢尾,Juniper 杜松,Kelp 海带,Kestrel 红隼,Lagoon 潟湖,Larch 落叶,Larkspur 飞燕,Lichen 地衣,Linden 椴树,Loam 沃土,Lupin 羽扇,Magnolia 玉兰,Mallow 锦葵,' +
  'Maple 枫树,Marl 泥灰,Meadow 草甸,Mica 云母,Mistral 北风,Moss 青苔,Myrtle 桃金,Nettle 荨麻,Northlight 北光,Oakmoss 橡苔,Onyx 缟玛,Opal 蛋白,Orchard 果园,' +
  'Osier 柳条,Pebble 鹅卵,Peony 芍药,Pine 松针,Plume 羽毛,Poplar 杨树,Quartz 石英,Quince 木瓜,Reed 芦苇,Rill 细流,Rowan 花楸,Saffron 藏红,Sage 鼠尾,' +
  'Sandstone 砂岩,Sedge 莎草,Shale 页岩,Sorrel 酸模,Spruce 云杉,Tansy 艾菊,Tarn 山池,Teasel 川续,Thistle 蓟花,Thyme 百里,Tidal 潮汐,Umber 赭石,Vale 溪谷,' +
  'Verbena 马鞭,Vetch 野豌,Walnut 胡桃,Willow 垂柳,Wren 鹪鹩,Yarrow 蓍草,Zephyr 和风'
)
  .split(',')
  .map((pair) => pair.split(' ') as [string, string]);

const VENDORS =
  'Barrier,Nordlicht,Maison Ondine,Kessel & Tau,Halcyon Lab,Wiesengrund,Lumen Works,Atelier Brume,Moor House,Feldspat,Cala Verde,Studio Nacre'.split(
    ',',
  );

/** A small generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Made-up products for benchmarks and tests of scale, recombined from the demo catalogue: believable lengths, words and
 * numbers of ingredients in three languages, a dozen brands. The same for the same count and seed.
 * @param folder where the demo files are; their ingredients and groups must be in the shop.
 */
export async function generateCatalogue(folder: string, count: number, seed = 1): Promise<ProductDraft[]> {
  const files = await Promise.all(
    ['products-1.jsonl', 'products-2.jsonl'].map((file) => readFile(join(folder, file), 'utf8')),
  );
  const demo = files.flatMap((file) => file.trim().split('\n').map(productFromJson));
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const handles = new Set<string>();
  return Array.from({ length: count }, (_, number) => {
    const base = pick(demo);
    const kin = pick(demo.filter(({ category }) => category === base.category));
    const line = pick(LINES);
    const title = retitled(base.texts?.title ?? {}, line);
    const plain = slugOf(title.EN ?? '');
    const handle = handles.has(plain) ? `${plain}-${number}` : plain;
    handles.add(handle);
    const factor = 0.6 + random() * 1.2;
    return {
      ...base,
      handle,
      vendor: pick(VENDORS),
      range: pick(LINES)[0].toUpperCase(),
      texts: {
        ...base.texts,
        title,
        descriptionHtml: crossed(base.texts?.descriptionHtml, kin.texts?.descriptionHtml),
      },
      ingredients: [...new Set([...(base.ingredients ?? []).slice(0, 12), ...(kin.ingredients ?? []).slice(6)])],
      collections: (random() < 0.5 ? base : kin).collections,
      skinTypes: (random() < 0.5 ? base : kin).skinTypes,
      variants: (base.variants ?? []).map((variant, at) => ({
        ...variant,
        sku: `GEN-${number}-${at}`,
        barcode: null,
        stock: random() < 0.05 ? 0 : Math.floor(random() * 300),
        prices: Object.fromEntries(
          Object.entries(variant.prices ?? {}).map(([currency, amount]) => [
            currency,
            Math.max(100, Math.round((amount * factor) / 100) * 100),
          ]),
        ),
      })),
    };
  });
}

/** A title with another line's name in front of the same noun. */
function retitled(title: LocalisedText, [name, zh]: readonly [string, string]): LocalisedText {
  const noun = (text: string) => text.split(' ').slice(1).join(' ') || text;
  return {
    EN: `${name} ${noun(title.EN ?? '')}`,
    DE: `${name} ${noun(title.DE ?? '')}`,
    ZH: `${zh}${(title.ZH ?? '').slice(2)}`,
  };
}

/** The first paragraph of one description and the rest of another's, in each language. */
function crossed(first: LocalisedText = {}, second: LocalisedText = {}): LocalisedText {
  return Object.fromEntries(
    Object.entries(first).map(([language, text]) => {
      const [opening = ''] = text.split('</p>');
      const [, ...rest] = (second[language as keyof LocalisedText] ?? text).split('</p>');
      return [language, [opening, ...rest].join('</p>')];
    }),
  );
}
