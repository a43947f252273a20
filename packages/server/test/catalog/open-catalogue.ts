import { join } from 'node:path';
import { CatalogueSnapshot } from '../../src/features/catalog/catalogue-snapshot.ts';
import { seedDemoCatalogue } from '../../src/features/catalog/seed-demo-catalogue.ts';
import type { CatalogueWriter } from '../../src/features/catalog/write-catalogue.ts';
import type { Bus } from '../../src/platform/bus/bus.ts';
import { createInProcessBus } from '../../src/platform/bus/in-process-bus.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';
import type { Store } from '../../src/platform/orm/store.ts';

/** Where the demo catalogue's files are. */
export const DEMO_FOLDER = join(import.meta.dirname, '../../demo');

const fail = (error: unknown) => {
  throw error;
};

/** What writes the catalogue of a store. */
export function catalogueWriter(store: Store, bus: Bus = createInProcessBus(fail)): CatalogueWriter {
  return { store, bus, clock: systemClock };
}

/** A snapshot of a store's catalogue, fed by the writer's bus alone: it never looks by itself. */
export function openSnapshot({ store, bus }: CatalogueWriter): Promise<CatalogueSnapshot> {
  return CatalogueSnapshot.load({ store, bus, onError: fail, pollMilliseconds: 2 ** 30 });
}

/** A store with the demo catalogue, and a snapshot of it. */
export async function openDemoCatalogue(
  store: Store,
): Promise<{ writer: CatalogueWriter; catalogue: CatalogueSnapshot }> {
  const writer = catalogueWriter(store);
  await seedDemoCatalogue(writer, DEMO_FOLDER);
  return { writer, catalogue: await openSnapshot(writer) };
}
