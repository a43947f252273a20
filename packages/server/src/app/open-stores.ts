import { ensureDatabase } from '../platform/orm/ensure-database.ts';
import { dialectOf, migrateStore, openStore, type Store } from '../platform/orm/store.ts';
import type { Config } from './config.ts';
import type { Progress } from './shop.ts';
import { type StoreName, storeOptions } from './stores.ts';

const NAMES = ['main', 'keys', 'log'] as const satisfies StoreName[];

/** Opens the three stores and brings their schemas up to date. Outside production a missing PostgreSQL database is made. */
export async function openStores(config: Config, progress: Progress): Promise<Record<StoreName, Store>> {
  const stores: Partial<Record<StoreName, Store>> = {};
  for (const name of NAMES) {
    const options = storeOptions(name, config);
    if (!config.production && dialectOf(options.url) === 'postgresql') await ensureDatabase(options.url);
    const store = await openStore(options);
    const ran = await migrateStore(store);
    if (ran.length > 0) progress(`${name} store: ${ran.length} migration${ran.length === 1 ? '' : 's'}`);
    stores[name] = store;
  }
  return stores as Record<StoreName, Store>;
}
