import { Concern, FreeFrom, SkinType, Texture, UseTime } from '@barrier/schema/catalog/vocabulary.ts';
import type { Language, Market } from '@barrier/schema/market/market.type.ts';
import { BadInput, MOST_CHARACTERS, oneOf } from '../../../platform/input-shape.ts';
import { MARKETS } from '../locale.ts';
import { inLanguage, type LocalisedText } from '../localised-text.ts';
import type { PackForm, PackMaterial } from '../pack-shot/pack-shot-spec.ts';
import type { ProductTexts } from '../product.entity.ts';
import type { ProductData, ProductDraft } from '../product-draft.ts';
import { companyCell, companyText, countryAt } from './company-shape.ts';
import { listCell, numberCell, plainCell } from './parse-cells.ts';
import type { RowWriting } from './row.ts';

type Fields = Partial<Omit<ProductDraft, 'handle' | 'language'>>;

/** A column for what Shopify has no column for, named like one of its metafields. */
interface BarrierColumn {
  readonly header: string;
  read(cell: string, language: Language): Fields;
  write(data: ProductData, writing: RowWriting): string;
}

const LIST = /\s*;\s*/;

const named = (name: string, key: string) => `${name} (product.metafields.barrier.${key})`;

function wordList<Word extends string>(
  name: string,
  key: string,
  field: 'skinTypes' | 'concerns' | 'freeFrom' | 'useTimes',
  words: Record<string, Word>,
): BarrierColumn {
  const header = named(name, key);
  return {
    header,
    read: (cell) => ({
      [field]: listCell(cell, LIST).map((word) => oneOf(word.toUpperCase(), header, Object.values(words))),
    }),
    write: (data) => data[field].join('; '),
  };
}

function text(name: string, key: string, field: Exclude<keyof ProductTexts, 'title'>, most: number): BarrierColumn {
  const header = named(name, key);
  return {
    header,
    read: (cell, language) => {
      if (cell.length > most) throw new BadInput(`${header}: at most ${most} characters are allowed.`);
      return { texts: { [field]: { [language]: cell.trim() } as LocalisedText } };
    },
    write: ({ texts }, { language }) => (texts[field] ? inLanguage(texts[field], language) : ''),
  };
}

const MANUFACTURER = named('Manufacturer', 'manufacturer');
const ORIGIN = named('Country of origin', 'country_of_origin');

function responsiblePerson(market: Market): BarrierColumn {
  const header = named(`Responsible person / ${market}`, `responsible_person_${market.toLowerCase()}`);
  return {
    header,
    read: (cell) => ({ responsiblePersons: { [market]: companyCell(cell, header) ?? undefined } }),
    write: ({ responsiblePersons }) => companyText(responsiblePersons[market]),
  };
}

function namesIn(cell: string, column: string): string[] {
  return listCell(cell, LIST).map((name) => plainCell(name, column, MOST_CHARACTERS.name));
}

const PACKAGING = named('Packaging', 'packaging');

/** The columns in the order in which they are exported, after Shopify's own. */
export const BARRIER_COLUMNS: readonly BarrierColumn[] = [
  text('Subtitle', 'subtitle', 'subtitle', MOST_CHARACTERS.name),
  text('Directions', 'directions', 'directions', MOST_CHARACTERS.text),
  text('Warnings', 'warnings', 'warnings', MOST_CHARACTERS.text),
  {
    header: MANUFACTURER,
    read: (cell) => ({ manufacturer: companyCell(cell, MANUFACTURER) }),
    write: ({ manufacturer }) => companyText(manufacturer),
  },
  ...MARKETS.map(responsiblePerson),
  {
    header: ORIGIN,
    read: (cell) => ({ countryOfOrigin: cell.trim() ? countryAt(cell.trim().toUpperCase(), ORIGIN) : null }),
    write: ({ countryOfOrigin }) => countryOfOrigin ?? '',
  },
  text('Batch number', 'batch_note', 'batchNote', MOST_CHARACTERS.text),
  {
    header: named('Range', 'range'),
    read: (cell) => ({ range: plainCell(cell, 'Range', 64) || null }),
    write: ({ range }) => range ?? '',
  },
  {
    header: named('Collections', 'collections'),
    // Names here; who reads the row looks up the handles.
    read: (cell) => ({ collections: namesIn(cell, 'Collections') }),
    write: ({ collections }, { groups }) => collections.map((one) => groups.nameOf(one, 'COLLECTION')).join('; '),
  },
  wordList('Skin types', 'skin_types', 'skinTypes', SkinType),
  wordList('Concerns', 'concerns', 'concerns', Concern),
  {
    header: named('Texture', 'texture'),
    read: (cell) => ({
      texture: cell.trim() ? oneOf(cell.trim().toUpperCase(), 'Texture', Object.values(Texture)) : null,
    }),
    write: ({ texture }) => texture ?? '',
  },
  wordList('Free from', 'free_from', 'freeFrom', FreeFrom),
  wordList('Use', 'use_times', 'useTimes', UseTime),
  {
    header: named('Period after opening', 'period_after_opening'),
    read: (cell) => ({ periodAfterOpeningMonths: cell.trim() ? numberCell(cell, 'Period after opening', 120) : null }),
    write: ({ periodAfterOpeningMonths }) => String(periodAfterOpeningMonths ?? ''),
  },
  {
    header: named('Ingredients', 'ingredients'),
    read: (cell) => ({ ingredients: namesIn(cell, 'Ingredients') }),
    write: (data, { ingredients }) => data.ingredients.map((one) => ingredients.nameOf(one)).join('; '),
  },
  {
    header: PACKAGING,
    read: (cell) => {
      const [form, material, tint, ...more] = cell.trim().split(/\s+/);
      if (!form) return { packaging: null };
      if (!material || !/^#[0-9a-f]{6}$/i.test(tint ?? '') || more.length > 0) {
        throw new BadInput(`${PACKAGING}: form, material and colour are wanted, such as TUBE ALUMINIUM #B98A6F.`);
      }
      return {
        packaging: {
          form: oneOf(form, PACKAGING, FORMS),
          material: oneOf(material, PACKAGING, MATERIALS),
          tint: tint ?? '',
        },
      };
    },
    write: ({ packaging }) => (packaging ? `${packaging.form} ${packaging.material} ${packaging.tint}` : ''),
  },
];

/** The forms and materials that packaging can be drawn in. */
export const FORMS: readonly PackForm[] = [
  'DROPPER',
  'PUMP',
  'JAR',
  'TUBE',
  'STICK',
  'SPRAY',
  'SACHET',
  'BOTTLE',
  'TIN',
];
export const MATERIALS: readonly PackMaterial[] = [
  'FROSTED_GLASS',
  'CLEAR_GLASS',
  'AMBER_GLASS',
  'ALUMINIUM',
  'PAPER_TUBE',
  'WHITE_PLASTIC',
];
