import { beforeAll, expect, it } from 'vitest';
import { catalogueWriter, DEMO_FOLDER, openSnapshot } from '../../../test/catalog/open-catalogue.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { generateCatalogue } from './generate-catalogue.ts';
import { listProducts } from './list-products.ts';
import { seedDemoCatalogue } from './seed-demo-catalogue.ts';
import { type CatalogueWriter, writeCatalogue } from './write-catalogue.ts';

const COUNT = 10_000;

describeEachDialect('A catalogue of 10,000 products', (open) => {
  let writer: CatalogueWriter;
  let catalogue: CatalogueSnapshot;
  beforeAll(async () => {
    writer = catalogueWriter((await open()).main);
    await seedDemoCatalogue(writer, DEMO_FOLDER);
    const drafts = await generateCatalogue(DEMO_FOLDER, COUNT);
    for (let at = 0; at < COUNT; at += 200) await writeCatalogue(writer, { products: drafts.slice(at, at + 200) });
    catalogue = await openSnapshot(writer);
    catalogue.index.searchable();
  }, 600_000);

  it('stays well below 80 MB in all languages (D18)', () => {
    const { total } = catalogue.memory();
    expect(total).toBeGreaterThan(10_000_000);
    expect(total).toBeLessThan(64_000_000);
  });

  it('lists each product once from the first page to the last', () => {
    const seen = new Set<string>();
    let after: string | null | undefined;
    do {
      const page = listProducts(catalogue, {
        language: 'DE',
        market: 'CN',
        sort: 'TITLE',
        first: 100,
        after: after ?? undefined,
      });
      for (const { slug } of page.nodes) seen.add(slug);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen.size).toBe(catalogue.index.products.length);
    expect(seen.size).toBeGreaterThan(COUNT);
  });

  it('takes in a single change without reading the rest', async () => {
    const [draft] = await generateCatalogue(DEMO_FOLDER, 1, 99);
    if (!draft) throw new Error('There is no draft.');
    await writeCatalogue(writer, {
      products: [{ ...draft, handle: 'one-more', texts: { title: { EN: 'Zyxwvu cream' } } }],
    });
    expect(
      listProducts(catalogue, { language: 'EN', market: 'EU', query: 'zyxwv', first: 5 }).nodes.map(({ slug }) => slug),
    ).toEqual(['one-more']);
  });
});
