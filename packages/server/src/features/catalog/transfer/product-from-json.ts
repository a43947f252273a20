import { Concern, FreeFrom, SkinType, Texture, UseTime } from '@barrier/schema/catalog/vocabulary.ts';
import {
  BadInput,
  integerAt,
  listAt,
  MOST_CHARACTERS,
  objectAt,
  oneOf,
  optional,
  textAt,
} from '../../../platform/input-shape.ts';
import type { LocalisedText } from '../localised-text.ts';
import type { Packaging, ProductPicture, ProductStatus, ProductTexts } from '../product.entity.ts';
import type { ProductDraft, VariantData } from '../product-draft.ts';
import { FORMS, MATERIALS } from './barrier-columns.ts';
import { handleAt, localisedAt, webAddressAt } from './catalogue-shape.ts';
import { companyAt, countryAt, responsiblePersonsAt } from './company-shape.ts';
import { descriptionOf } from './sanitise-description.ts';
import { sourceFieldsAt, variantFromJson } from './variant-from-json.ts';

const KEYS = (
  'handle status title subtitle description directions warnings vendor range category collections skinTypes concerns texture ' +
  'freeFrom useTimes periodAfterOpeningMonths manufacturer responsiblePersons countryOfOrigin batchNote ingredients tags packaging pictures options variants sourceFields'
).split(' ');

const STATES: readonly ProductStatus[] = ['ACTIVE', 'DRAFT', 'ARCHIVED'];

/**
 * A product from a line of our own JSON Lines format. The line says all there is to say: what it leaves out is empty.
 * @throws {BadInput} naming the field that is wrong.
 */
export function productFromFields(value: object): ProductDraft {
  const fields = objectAt(value, '', KEYS);
  const options = optional(fields.options, [], (value) => listAt(value, 'options', optionAt));
  const words = <Word extends string>(key: string, known: Record<string, Word>) =>
    optional(fields[key], [], (value) =>
      distinct(
        listAt(value, key, (item, path) => oneOf(item, path, Object.values(known))),
        key,
      ),
    );
  const handles = (key: string) =>
    optional(fields[key], [], (value) =>
      distinct(
        listAt(value, key, (item, path) => handleAt(item, path)),
        key,
      ),
    );
  return {
    handle: handleAt(fields.handle, 'handle'),
    language: null,
    status: optional(fields.status, 'ACTIVE' as ProductStatus, (value) => oneOf(value, 'status', STATES)),
    texts: textsOf(fields),
    vendor: optional(fields.vendor, '', (value) => textAt(value, 'vendor')),
    range: optional(fields.range, null, (value) => textAt(value, 'range', 64)),
    category: optional(fields.category, null, (value) => handleAt(value, 'category')),
    collections: handles('collections'),
    skinTypes: words('skinTypes', SkinType),
    concerns: words('concerns', Concern),
    texture: optional(fields.texture, null, (value) => oneOf(value, 'texture', Object.values(Texture))),
    freeFrom: words('freeFrom', FreeFrom),
    useTimes: words('useTimes', UseTime),
    periodAfterOpeningMonths: optional(fields.periodAfterOpeningMonths, null, (value) =>
      integerAt(value, 'periodAfterOpeningMonths', 1, 120),
    ),
    manufacturer: optional(fields.manufacturer, null, (value) => companyAt(value, 'manufacturer')),
    responsiblePersons: optional(fields.responsiblePersons, {}, (value) =>
      responsiblePersonsAt(value, 'responsiblePersons'),
    ),
    countryOfOrigin: optional(fields.countryOfOrigin, null, (value) => countryAt(value, 'countryOfOrigin')),
    ingredients: handles('ingredients'),
    tags: optional(fields.tags, [], (value) => listAt(value, 'tags', (item, path) => textAt(item, path))),
    packaging: optional(fields.packaging, null, packagingAt),
    pictures: optional(fields.pictures, [], (value) => listAt(value, 'pictures', pictureAt)),
    options: options.map((name) => ({ name })),
    variants: variantsOf(fields.variants, options.length),
    sourceFields: optional(fields.sourceFields, {}, (value) => sourceFieldsAt(value, 'sourceFields')),
  };
}

function variantsOf(value: unknown, options: number): VariantData[] {
  const variants = listAt(value, 'variants', (item, path) => variantFromJson(item, path, options));
  if (variants.length === 0) throw new BadInput('variants: at least one is wanted.');
  const choices = variants.map(({ optionValues }) => JSON.stringify(optionValues));
  if (new Set(choices).size < choices.length) throw new BadInput('variants: two have the same option values.');
  return variants;
}

function textsOf(fields: Record<string, unknown>): ProductTexts {
  const texts: ProductTexts = { title: localisedAt(fields.title, 'title') };
  const text = (key: 'subtitle' | 'directions' | 'warnings' | 'batchNote', most: number) => {
    if (fields[key] != null) texts[key] = localisedAt(fields[key], key, most);
  };
  text('subtitle', MOST_CHARACTERS.name);
  text('directions', MOST_CHARACTERS.text);
  text('warnings', MOST_CHARACTERS.text);
  text('batchNote', MOST_CHARACTERS.text);
  if (fields.description != null) {
    const description = localisedAt(fields.description, 'description', MOST_CHARACTERS.html);
    texts.descriptionHtml = Object.fromEntries(
      Object.entries(description).map(([language, one]) => [
        language,
        descriptionOf(one, `description.${language.toLowerCase()}`),
      ]),
    ) as LocalisedText;
  }
  return texts;
}

function optionAt(value: unknown, path: string): LocalisedText {
  return localisedAt(objectAt(value, path, ['name']).name, `${path}.name`);
}

function packagingAt(value: unknown): Packaging {
  const fields = objectAt(value, 'packaging', ['form', 'material', 'tint']);
  const tint = textAt(fields.tint, 'packaging.tint');
  if (!/^#[0-9a-f]{6}$/i.test(tint)) throw new BadInput('packaging.tint: a colour such as #C7A58E is wanted.');
  return {
    form: oneOf(fields.form, 'packaging.form', FORMS),
    material: oneOf(fields.material, 'packaging.material', MATERIALS),
    tint,
  };
}

function pictureAt(value: unknown, path: string): ProductPicture {
  const fields = objectAt(value, path, ['url', 'width', 'height', 'alt']);
  const size = (key: string) => optional(fields[key], null, (number) => integerAt(number, `${path}.${key}`, 1, 20_000));
  return {
    url: webAddressAt(fields.url, `${path}.url`),
    width: size('width'),
    height: size('height'),
    alt: optional(fields.alt, '', (text) => textAt(text, `${path}.alt`, 512)),
  };
}

function distinct<Item>(items: Item[], path: string): Item[] {
  if (new Set(items).size < items.length) throw new BadInput(`${path}: a value stands there twice.`);
  return items;
}
