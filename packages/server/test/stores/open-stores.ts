import type { EntitySchema } from '@mikro-orm/core';
import { type StoreName, storeOptions } from '../../src/app/stores.ts';
import { openStore, type Store } from '../../src/platform/orm/store.ts';

/** The addresses of three stores, as `Config` has them. */
export interface StoreUrls {
  readonly mainUrl: string;
  readonly keysUrl: string;
  readonly logUrl: string;
}

/** What a test may ask for. */
export interface OpenOptions {
  /** Entities of the test itself, added to the main store; their tables are made. */
  readonly entities?: readonly EntitySchema[];
}

/** Opens stores that exist already, such as for a second process; the caller closes them. */
export async function openStores(urls: StoreUrls, options: OpenOptions = {}): Promise<Record<StoreName, Store>> {
  const open = (name: StoreName) => {
    const common = storeOptions(name, urls);
    const own = name === 'main' ? (options.entities ?? []) : [];
    return openStore({ ...common, entities: [...common.entities, ...own] });
  };
  return { main: await open('main'), keys: await open('keys'), log: await open('log') };
}
