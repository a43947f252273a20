import type { Kysely } from 'kysely';
import type { Store } from '../../platform/orm/store.ts';
import type { LocalisedText } from './localised-text.ts';
import type {
  Company,
  Packaging,
  ProductPicture,
  ProductStatus,
  ProductTexts,
  ResponsiblePersons,
} from './product.entity.ts';
import type { Prices } from './variant.entity.ts';

/** JSON columns are text in SQLite and already parsed in PostgreSQL. */
type Json<Value> = Value | string;

/** A row of `product`. */
export interface ProductRow {
  id: string;
  handle: string;
  status: ProductStatus;
  vendor: string;
  range: string | null;
  category: string | null;
  texture: string | null;
  texts: Json<ProductTexts>;
  skin_types: Json<string[]>;
  concerns: Json<string[]>;
  free_from: Json<string[]>;
  use_times: Json<string[]>;
  collections: Json<string[]>;
  ingredients: Json<string[]>;
  tags: Json<string[]>;
  options: Json<{ name: LocalisedText }[]>;
  pictures: Json<ProductPicture[]>;
  packaging: Json<Packaging> | null;
  period_after_opening_months: number | null;
  manufacturer: Json<Company> | null;
  responsible_persons: Json<ResponsiblePersons> | null;
  country_of_origin: string | null;
  source_fields: Json<Record<string, string>>;
  /** Milliseconds in SQLite, a date in PostgreSQL. */
  created_at: Date | number | string;
  catalogue_version: number;
}

/** A row of `variant`. */
export interface VariantRow {
  id: string;
  product_id: string;
  position: number;
  sku: string | null;
  barcode: string | null;
  option_values: Json<(string | LocalisedText)[]>;
  content_amount: number | null;
  content_unit: string | null;
  prices: Json<Prices>;
  compare_at_prices: Json<Prices>;
  stock: number;
  /** 0 or 1 in SQLite. */
  stock_tracked: boolean | number;
  weight_grams: number | null;
  source_fields: Json<Record<string, string>>;
}

/** A row of `ingredient`. */
export interface IngredientRow {
  slug: string;
  inci: string;
  common_name: Json<LocalisedText>;
  explanation: Json<LocalisedText>;
  functions: Json<string[]>;
  origin: string | null;
  avoid_with: Json<string[]>;
  catalogue_version: number;
}

/** A row of `collection`. */
export interface CollectionRow {
  handle: string;
  kind: 'CATEGORY' | 'COLLECTION';
  position: number;
  title: Json<LocalisedText>;
  description: Json<LocalisedText>;
  catalogue_version: number;
}

/** A row of `fetched_picture`. */
export interface FetchedPictureRow {
  url: string;
  etag: string | null;
  digest: string;
  width: number;
  height: number;
  placeholder: string;
  catalogue_version: number;
}

/** The tables of the catalogue, for Kysely. */
export interface CatalogueTables {
  product: ProductRow;
  variant: VariantRow;
  ingredient: IngredientRow;
  collection: CollectionRow;
  fetched_picture: FetchedPictureRow;
  catalogue_state: { id: number; version: number };
}

/** The value of a JSON column on either database. */
export function parsed<Value>(value: Json<Value>): Value {
  return typeof value === 'string' ? (JSON.parse(value) as Value) : value;
}

/** Kysely over the catalogue's tables, bound to the entity manager's transaction if it has one. */
export function catalogueTables(em: Store['em']): Kysely<CatalogueTables> {
  return em.getKysely<CatalogueTables>() as unknown as Kysely<CatalogueTables>;
}

/** The catalogue's version; 0 before anything was written. */
export async function readCatalogueVersion(em: Store['em']): Promise<number> {
  const row = await catalogueTables(em).selectFrom('catalogue_state').select('version').executeTakeFirst();
  return row?.version ?? 0;
}
