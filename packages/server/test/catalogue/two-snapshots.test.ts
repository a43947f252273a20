import { afterAll, beforeAll, expect, it } from 'vitest';
import { CatalogueSnapshot } from '../../src/features/catalog/catalogue-snapshot.ts';
import { listProducts } from '../../src/features/catalog/list-products.ts';
import type { ProductDraft } from '../../src/features/catalog/product-draft.ts';
import { type CatalogueWriter, writeCatalogue } from '../../src/features/catalog/write-catalogue.ts';
import { createInProcessBus } from '../../src/platform/bus/in-process-bus.ts';
import { until } from '../shop/until.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';
import { openStores } from '../stores/open-stores.ts';
import { openWriter } from './open-catalogue.ts';

/** How soon another process sees a change, in milliseconds: twice the second of D18. */
const SOON = 2_000;

/** A shop process as far as the catalogue is concerned. */
interface Process {
  readonly writer: CatalogueWriter;
  readonly snapshot: CatalogueSnapshot;
}

describeEachDialect('Two snapshots of one catalogue', (open, dialect) => {
  // SQLite has one process.
  if (dialect === 'sqlite') {
    it.skip('are for PostgreSQL only', () => undefined);
    return;
  }

  const closing: (() => Promise<unknown>)[] = [];
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  let one: Process;
  let two: Process;
  let unheard: CatalogueSnapshot;

  beforeAll(async () => {
    const stores = await open();
    one = await start(stores);
    const again = await openStores(stores.urls);
    closing.push(() => Promise.all([again.main.close(true), again.keys.close(true), again.log.close(true)]));
    two = await start({ main: again.main, urls: stores.urls });
    // Its bus tells it of nothing: it has only its own looks at the version.
    unheard = await CatalogueSnapshot.load({ store: again.main, bus: createInProcessBus(onError), onError });
    closing.push(() => unheard.close());
  });

  afterAll(async () => {
    for (const close of closing.reverse()) await close();
    expect(errors).toEqual([]);
  });

  async function start(stores: Parameters<typeof openWriter>[0]): Promise<Process> {
    const writer = await openWriter(stores);
    const snapshot = await CatalogueSnapshot.load({ store: writer.store, bus: writer.bus, onError });
    closing.push(async () => {
      await snapshot.close();
      await writer.bus.close();
    });
    return { writer, snapshot };
  }

  /** Writes in one process and waits for the others; answers how long the slowest took. */
  async function spread(by: Process, ...products: ProductDraft[]): Promise<number> {
    const { version } = await writeCatalogue(by.writer, { products });
    const written = performance.now();
    const all = [one.snapshot, two.snapshot, unheard];
    await until('every snapshot holds the version', async () => all.every((snapshot) => snapshot.version >= version));
    return performance.now() - written;
  }

  const draft = (title: string, fields: Partial<ProductDraft> = {}): ProductDraft => ({
    handle: 'travelling-balm',
    language: null,
    texts: { title: { EN: title } },
    variants: [{ optionValues: [], prices: { EUR: 1900 }, stock: 9, stockTracked: true }],
    ...fields,
  });
  const found = (snapshot: CatalogueSnapshot, query: string) =>
    listProducts(snapshot, { query, language: 'EN', market: 'EU', first: 10 }).nodes.map(({ slug }) => slug);

  it('see what either process writes within two seconds, and find it', async () => {
    const times = [await spread(one, draft('Travelling Balm'))];
    for (const snapshot of [one.snapshot, two.snapshot, unheard]) {
      expect(snapshot.product('travelling-balm')?.title[0]).toBe('Travelling Balm');
      expect(found(snapshot, 'travelling')).toEqual(['travelling-balm']);
    }
    times.push(await spread(two, draft('Wandering Balm', { vendor: 'Testhaus' })));
    for (const snapshot of [one.snapshot, two.snapshot, unheard]) {
      expect(found(snapshot, 'wandering')).toEqual(['travelling-balm']);
      expect(found(snapshot, 'travelling')).toEqual([]);
    }
    times.push(await spread(one, draft('Wandering Balm', { status: 'ARCHIVED' })));
    for (const snapshot of [one.snapshot, two.snapshot, unheard]) {
      expect(snapshot.product('travelling-balm')).toBeUndefined();
      expect(found(snapshot, 'wandering')).toEqual([]);
    }
    // The best of three: a machine that is busy elsewhere may hold up one of them.
    expect(Math.min(...times)).toBeLessThan(SOON);
  });

  it('end alike when both processes write at the same time', async () => {
    const handles = Array.from({ length: 12 }, (_, at) => `at-once-${at}`);
    const writes = handles.map((handle, at) =>
      writeCatalogue((at % 2 === 0 ? one : two).writer, { products: [draft(`At Once ${at}`, { handle })] }),
    );
    const versions = (await Promise.all(writes)).map(({ version }) => version);
    expect(new Set(versions).size).toBe(handles.length);
    const last = Math.max(...versions);
    const all = [one.snapshot, two.snapshot, unheard];
    await until('every snapshot holds the last version', async () => all.every(({ version }) => version >= last));
    for (const snapshot of all) {
      expect(handles.filter((handle) => snapshot.product(handle) === undefined)).toEqual([]);
      expect(found(snapshot, 'once')).toHaveLength(10);
    }
  });
});
