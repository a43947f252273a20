import type { Market } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';
import type { LocalisedText } from './localised-text.ts';
import type { PackForm, PackMaterial } from './pack-shot/pack-shot-spec.ts';
import { VariantSchema } from './variant.entity.ts';

/** The texts of a product, each per language. */
export interface ProductTexts {
  title: LocalisedText;
  subtitle?: LocalisedText;
  /** Sanitised HTML. */
  descriptionHtml?: LocalisedText;
  directions?: LocalisedText;
  warnings?: LocalisedText;
  /** Where the batch number stands on the pack. */
  batchNote?: LocalisedText;
}

/** A picture of its own, as imported; a product without one shows its drawn pack shot. */
export interface ProductPicture {
  url: string;
  width: number | null;
  height: number | null;
  alt: string;
}

/** How the pack looks, for the drawn pack shot. */
export interface Packaging {
  form: PackForm;
  material: PackMaterial;
  /** #RRGGBB */
  tint: string;
}

/** A company as an offer states it: who made a product, or answers for it. The country is an ISO 3166-1 code. */
export interface Company {
  name: string;
  /** On one line, without the country. */
  address: string;
  country: string;
  /** An e-mail address or a web page. */
  contact: string;
}

/** Who answers for a product, by market; a market that is left out falls back (`answering-companies.ts`). */
export type ResponsiblePersons = Partial<Record<Market, Company>>;

/** Whether customers see a product. */
export type ProductStatus = 'ACTIVE' | 'DRAFT' | 'ARCHIVED';

export const ProductSchema = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    id: p.uuid().primary(),
    handle: p.string().length(255).unique(),
    status: p.string().$type<ProductStatus>().length(16).index(),
    vendor: p.string().length(255),
    range: p.string().length(64).nullable(),
    category: p.string().length(255).nullable(),
    texture: p.string().length(32).nullable(),
    texts: p.json<ProductTexts>(),
    skinTypes: p.json<string[]>(),
    concerns: p.json<string[]>(),
    freeFrom: p.json<string[]>(),
    useTimes: p.json<string[]>(),
    collections: p.json<string[]>(),
    ingredients: p.json<string[]>(),
    tags: p.json<string[]>(),
    options: p.json<{ name: LocalisedText }[]>(),
    pictures: p.json<ProductPicture[]>(),
    packaging: p.json<Packaging>().nullable(),
    periodAfterOpeningMonths: p.integer().nullable(),
    manufacturer: p.json<Company>().nullable(),
    /** Null for nobody. */
    responsiblePersons: p.json<ResponsiblePersons>().nullable(),
    /** ISO 3166-1, two letters. */
    countryOfOrigin: p.string().length(2).nullable(),
    /** Columns of an imported file that the shop has no use for, kept so that an export gives them back. */
    sourceFields: p.json<Record<string, string>>(),
    createdAt: p.datetime(),
    /** The catalogue version at which it last changed; processes reload what is newer than they hold (D18). */
    catalogueVersion: p.integer().index(),
    variants: () => p.oneToMany(VariantSchema).mappedBy('product').orderBy({ position: 'asc' }),
  },
});

/** A product of the catalogue as it is stored. */
export class Product extends ProductSchema.class {}
ProductSchema.setClass(Product);
