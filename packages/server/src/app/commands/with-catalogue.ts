import type { CatalogueWriter } from '../../features/catalog/write-catalogue.ts';
import { openBus } from '../../platform/bus/open-bus.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { type Config, readConfig } from '../config.ts';
import { openStores } from '../open-stores.ts';

/**
 * Opens the stores for a command that works on the catalogue, and closes them after. The server may run meanwhile, on SQLite
 * too: it notices the new version within a second.
 */
export async function withCatalogue(work: (writer: CatalogueWriter, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const stores = await openStores(config, () => undefined);
  const onError = (error: unknown) => {
    throw error;
  };
  const bus = await openBus({ store: stores.main, url: config.mainUrl, onError });
  try {
    await work({ store: stores.main, bus, clock: systemClock }, config);
  } finally {
    await bus.close();
    for (const store of Object.values(stores)) await store.close(true);
  }
}
