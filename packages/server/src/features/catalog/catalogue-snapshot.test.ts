import { expect, it } from 'vitest';
import { catalogueWriter, openDemoCatalogue, openSnapshot } from '../../../test/catalog/open-catalogue.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { listProducts } from './list-products.ts';
import { localeOf } from './locale.ts';
import { Product } from './product.entity.ts';
import type { ProductDraft } from './product-draft.ts';
import { ProductView } from './product-view.ts';
import { Variant } from './variant.entity.ts';
import { writeCatalogue } from './write-catalogue.ts';

const draft = (handle: string, more: Partial<ProductDraft> = {}): ProductDraft => ({
  handle,
  language: null,
  texts: { title: { EN: `Quiet ${handle}` } },
  variants: [{ optionValues: [], prices: { EUR: 1000 }, stock: 3, stockTracked: true }],
  ...more,
});

describeEachDialect('A snapshot of the catalogue', (open) => {
  const list = (catalogue: CatalogueSnapshot, query?: string) =>
    listProducts(catalogue, { language: 'EN', market: 'EU', first: 100, query }).nodes.map(({ slug }) => slug);

  it('takes in what is new, changed, no longer sold, and deleted by hand', async () => {
    const { main } = await open();
    const writer = catalogueWriter(main);
    await writeCatalogue(writer, { products: ['a', 'b', 'c', 'd'].map((handle) => draft(handle)) });
    const catalogue = await openSnapshot(writer);
    expect(list(catalogue)).toEqual(['a', 'b', 'c', 'd']);
    await writeCatalogue(writer, {
      products: [draft('a', { texts: { title: { EN: 'Loud a' } } }), draft('b', { status: 'DRAFT' }), draft('e')],
    });
    expect(list(catalogue)).toEqual(['a', 'c', 'd', 'e']);
    expect(list(catalogue, 'loud')).toEqual(['a']);
    expect(list(catalogue, 'quiet')).toEqual(['c', 'd', 'e']);
    expect(catalogue.product('b')).toBeUndefined();
    await main.em.fork().nativeDelete(Product, { handle: 'c' });
    await catalogue.refresh();
    expect(list(catalogue)).toEqual(['a', 'd', 'e']);
    await writeCatalogue(writer, { products: [draft('b', { status: 'ACTIVE' })] });
    expect(list(catalogue, 'quiet')).toEqual(['b', 'd', 'e']);
  });

  it('notices by itself what was deleted by hand, and raises the version that rendered pages hang on', async () => {
    const { main } = await open();
    const writer = catalogueWriter(main);
    const { version } = await writeCatalogue(writer, { products: ['a', 'b', 'c'].map((handle) => draft(handle)) });
    const { bus, store } = writer;
    const catalogue = await CatalogueSnapshot.load({ store, bus, onError: () => undefined, pollMilliseconds: 2 });
    await main.em.fork().nativeDelete(Product, { handle: 'b' });
    await expect.poll(() => list(catalogue), { timeout: 20_000 }).toEqual(['a', 'c']);
    expect(catalogue.version).toBeGreaterThan(version);
    await catalogue.close();
  });

  it('follows the stock of variants', async () => {
    const { main } = await open();
    const writer = catalogueWriter(main);
    await writeCatalogue(writer, { products: [draft('a'), draft('b')] });
    const catalogue = await openSnapshot(writer);
    const variantId = catalogue.product('a')?.variants[0]?.id ?? '';
    const state = () => catalogue.variant(variantId)?.variant.stock;
    expect(state()).toBe(3);
    await main.em.fork().nativeUpdate(Variant, { id: variantId }, { stock: 0 });
    await writer.bus.publish('stock-changed', { variantIds: [variantId] });
    expect(state()).toBe(0);
    const inStock = listProducts(catalogue, { language: 'EN', market: 'EU', first: 10, filter: { inStock: true } });
    expect(inStock.nodes.map(({ slug }) => slug)).toEqual(['b']);
    await main.em.fork().nativeUpdate(Variant, { id: variantId }, { stock: 8 });
    await catalogue.refreshStock(null);
    expect(inStock.totalCount).toBe(1);
    expect(
      listProducts(catalogue, { language: 'EN', market: 'EU', first: 10, filter: { inStock: true } }).totalCount,
    ).toBe(2);
  });

  it('renames ingredients and collections in lists, suggestions and search', async () => {
    const { writer, catalogue } = await openDemoCatalogue((await open()).main);
    const held = catalogue.ingredient('squalane');
    await writeCatalogue(writer, {
      ingredients: [
        {
          slug: 'squalane',
          inci: 'Squalane',
          commonName: { EN: 'Olive quietener' },
          explanation: { EN: 'Renamed.' },
          functions: [],
          origin: null,
          avoidWith: [],
        },
      ],
    });
    expect(catalogue.ingredient('squalane')?.commonName[0]).toBe('Olive quietener');
    expect(held?.commonName[0]).not.toBe('Olive quietener');
    expect(list(catalogue, 'quietener').length).toBeGreaterThan(10);
    const labels = listProducts(catalogue, {
      language: 'EN',
      market: 'EU',
      first: 1,
      filter: { ingredient: ['squalane'] },
    })
      .facets.flatMap(({ values }) => values)
      .filter(({ selected }) => selected);
    expect(labels).toMatchObject([{ value: 'squalane', label: 'Olive quietener' }]);
  });

  it('shows no price, and lists no product, where a market has none', async () => {
    const { main } = await open();
    const writer = catalogueWriter(main);
    await writeCatalogue(writer, { products: [draft('a')] });
    const catalogue = await openSnapshot(writer);
    expect(listProducts(catalogue, { language: 'EN', market: 'US', first: 10 }).totalCount).toBe(0);
    const record = catalogue.product('a');
    expect(record && new ProductView(record, localeOf('EN', 'US'), catalogue).variants[0]?.price).toBeNull();
  });

  it('states the price of 100 ml or 100 g, and a former price only if it was higher', async () => {
    const { main } = await open();
    const writer = catalogueWriter(main);
    const variant = { contentAmount: 30, contentUnit: 'ML' as const, prices: { EUR: 1990 } };
    await writeCatalogue(writer, {
      products: [
        draft('a', {
          options: [{ name: { EN: 'Size' } }],
          variants: [
            { ...variant, optionValues: ['x'], compareAtPrices: { EUR: 2490 } },
            { ...variant, optionValues: ['y'], compareAtPrices: { EUR: 1990 } },
          ],
        }),
      ],
    });
    const catalogue = await openSnapshot(writer);
    const record = catalogue.product('a');
    const variants = record ? new ProductView(record, localeOf('EN', 'EU'), catalogue).variants : [];
    expect(variants.map(({ unitPrice, compareAtPrice }) => [unitPrice?.amount, compareAtPrice?.amount])).toEqual([
      [6633, 2490],
      [6633, undefined],
    ]);
  });

  it('says how much memory it takes', async () => {
    const { catalogue } = await openDemoCatalogue((await open()).main);
    catalogue.index.searchable();
    const { total, ...parts } = catalogue.memory();
    expect(Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)).toBe(total);
    // About 100 products: 10,000 stay below 80 MB in src/features/catalog/catalogue-scale.long.test.ts.
    expect(total).toBeGreaterThan(200_000);
    expect(total).toBeLessThan(4_000_000);
  });
});
