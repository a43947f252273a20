import { demoFolder } from '../../src/app/package-folder.ts';
import { CatalogueSnapshot } from '../../src/features/catalog/catalogue-snapshot.ts';
import { seedDemoCatalogue } from '../../src/features/catalog/seed-demo-catalogue.ts';
import {
  type CatalogueChange,
  type CatalogueWriter,
  writeCatalogue,
} from '../../src/features/catalog/write-catalogue.ts';
import { openBus } from '../../src/platform/bus/open-bus.ts';
import { until } from '../shop/until.ts';
import type { TestStores } from '../stores/describe-dialects.ts';

/** A catalogue of a test: what writes it, and what reads it. */
export interface TestCatalogue {
  readonly writer: CatalogueWriter;
  readonly snapshot: CatalogueSnapshot;
  /** Writes, and waits until the snapshot holds what was written. */
  write(change: CatalogueChange): Promise<void>;
  close(): Promise<void>;
}

/** Opens what writes a catalogue; its clock goes on by a minute at every look, so that later products are newer. */
export async function openWriter(stores: Pick<TestStores, 'main' | 'urls'>): Promise<CatalogueWriter> {
  const bus = await openBus({ store: stores.main, url: stores.urls.mainUrl, onError: fail, pollEveryMs: 200 });
  let now = Date.parse('2026-01-01T00:00:00Z');
  const clock = {
    now: () => {
      now += 60_000;
      return new Date(now);
    },
  };
  return { store: stores.main, bus, clock };
}

/** Opens a catalogue with the demo products in it. */
export async function openDemoCatalogue(stores: TestStores): Promise<TestCatalogue> {
  const writer = await openWriter(stores);
  await seedDemoCatalogue(writer, demoFolder());
  const snapshot = await CatalogueSnapshot.load({ store: writer.store, bus: writer.bus, onError: fail });
  return {
    writer,
    snapshot,
    write: async (change) => {
      const { version } = await writeCatalogue(writer, change);
      await until('the snapshot holds what was written', async () => snapshot.version >= version);
    },
    close: async () => {
      await snapshot.close();
      await writer.bus.close();
    },
  };
}

function fail(error: unknown): never {
  throw error;
}
