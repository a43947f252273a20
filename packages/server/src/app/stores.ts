import type { EntitySchema } from '@mikro-orm/core';
import { CatalogueStateSchema } from '../features/catalog/catalogue-state.entity.ts';
import { CollectionSchema } from '../features/catalog/collection.entity.ts';
import { IngredientSchema } from '../features/catalog/ingredient.entity.ts';
import { ProductSchema } from '../features/catalog/product.entity.ts';
import { VariantSchema } from '../features/catalog/variant.entity.ts';
import { KEYS_MIGRATIONS } from '../platform/migrations/keys.ts';
import { LOG_MIGRATIONS } from '../platform/migrations/log.ts';
import { MAIN_MIGRATIONS } from '../platform/migrations/main.ts';
import type { StoreOptions } from '../platform/orm/store.ts';
import type { Config } from './config.ts';

/** The names of the stores: main data, keys and access log never share a database file or connection (D3, D6). */
export type StoreName = 'main' | 'keys' | 'log';

/** What each store holds. A feature adds its entities here. */
const STORES: Readonly<Record<StoreName, Pick<StoreOptions, 'entities' | 'migrations'>>> = {
  main: {
    entities: [CatalogueStateSchema, CollectionSchema, IngredientSchema, ProductSchema, VariantSchema],
    migrations: MAIN_MIGRATIONS,
  },
  keys: { entities: [], migrations: KEYS_MIGRATIONS },
  log: { entities: [], migrations: LOG_MIGRATIONS },
};

/** What `openStore` needs for a store of this configuration. */
export function storeOptions(name: StoreName, config: Pick<Config, 'mainUrl' | 'keysUrl' | 'logUrl'>): StoreOptions {
  const url = { main: config.mainUrl, keys: config.keysUrl, log: config.logUrl }[name];
  return { url, ...STORES[name], poolSize: name === 'main' ? 10 : 3 };
}
