import { describe, expect, it } from 'vitest';
import { catalogueWriter } from '../../../test/catalog/open-catalogue.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import type { BusEvents } from '../../platform/bus/bus.ts';
import { createInProcessBus } from '../../platform/bus/in-process-bus.ts';
import type { Store } from '../../platform/orm/store.ts';
import { Product } from './product.entity.ts';
import { mergeDraft, type ProductDraft } from './product-draft.ts';
import { readCatalogueVersion } from './read-catalogue-rows.ts';
import { Variant } from './variant.entity.ts';
import { writeCatalogue } from './write-catalogue.ts';

const cream: ProductDraft = {
  handle: 'day-cream',
  language: null,
  texts: { title: { EN: 'Day cream', DE: 'Tagescreme' }, descriptionHtml: { EN: '<p>Quiet.</p>' } },
  vendor: 'Barrier',
  skinTypes: ['DRY'],
  options: [{ name: { EN: 'Size', DE: 'Größe' } }],
  packaging: { form: 'JAR', material: 'CLEAR_GLASS', tint: '#C7A58E' },
  sourceFields: { 'SEO Title': 'Cream' },
  variants: [
    {
      optionValues: ['50 ml'],
      contentAmount: 50,
      contentUnit: 'ML',
      prices: { EUR: 1990, GBP: 1700 },
      stock: 5,
      stockTracked: true,
    },
    {
      optionValues: ['100 ml'],
      contentAmount: 100,
      contentUnit: 'ML',
      prices: { EUR: 3400 },
      stock: 2,
      stockTracked: true,
    },
  ],
};

const variantsOf = (store: Store) =>
  store.em.fork().find(Variant, {}, { orderBy: { product: { id: 'asc' }, position: 'asc' } });

describeEachDialect('Writing the catalogue', (open) => {
  it('writes products as entities read them', async () => {
    const { main } = await open();
    await writeCatalogue(catalogueWriter(main), { products: [cream] });
    const product = await main.em.fork().findOneOrFail(Product, { handle: 'day-cream' }, { populate: ['variants'] });
    expect(product).toMatchObject({
      status: 'ACTIVE',
      texts: cream.texts,
      skinTypes: ['DRY'],
      packaging: cream.packaging,
      sourceFields: cream.sourceFields,
      catalogueVersion: 1,
    });
    expect(Math.abs(product.createdAt.getTime() - Date.now())).toBeLessThan(60_000);
    expect(product.variants.getItems().map(({ prices, stock, stockTracked }) => [prices, stock, stockTracked])).toEqual(
      [
        [{ EUR: 1990, GBP: 1700 }, 5, true],
        [{ EUR: 3400 }, 2, true],
      ],
    );
  });

  it('raises the version and tells everybody only if something differs from what is stored', async () => {
    const { main } = await open();
    const told: BusEvents['catalogue-changed'][] = [];
    const bus = createInProcessBus(() => undefined);
    bus.subscribe('catalogue-changed', (event) => void told.push(event));
    const writer = catalogueWriter(main, bus);
    const first = await writeCatalogue(writer, { products: [cream] });
    const again = await writeCatalogue(writer, { products: [cream] });
    const other = await writeCatalogue(writer, { products: [{ ...cream, vendor: 'Nordlicht' }] });
    expect([first, again, other].map(({ version, products }) => [version, products.get('day-cream')])).toEqual([
      [1, 'CREATED'],
      [1, 'UNCHANGED'],
      [2, 'UPDATED'],
    ]);
    expect(told).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('keeps the id of a variant whose option values are the same, and drops variants that are no more', async () => {
    const { main } = await open();
    const writer = catalogueWriter(main);
    await writeCatalogue(writer, { products: [cream] });
    const [small, large] = await variantsOf(main);
    const [, draft] = cream.variants ?? [];
    await writeCatalogue(writer, {
      products: [
        { ...cream, variants: [{ ...draft, optionValues: ['100 ml'], stock: 9 }, { optionValues: ['200 ml'] }] },
      ],
    });
    const after = await variantsOf(main);
    expect(after.map(({ id }) => id)).toEqual([large?.id, expect.any(String)]);
    expect(after.map(({ stock }) => stock)).toEqual([9, 0]);
    expect(after.map(({ id }) => id)).not.toContain(small?.id);
  });

  it('writes nothing in a dry run and says what it would write', async () => {
    const { main } = await open();
    const { products } = await writeCatalogue(catalogueWriter(main), { products: [cream] }, { dryRun: true });
    expect(products.get('day-cream')).toBe('CREATED');
    expect(await readCatalogueVersion(main.em.fork())).toBe(0);
    expect(await main.em.fork().count(Product)).toBe(0);
  });

  it('writes all or nothing', async () => {
    const { main } = await open();
    const broken: ProductDraft = { ...cream, handle: 'broken', variants: [{ optionValues: ['50 ml'], stock: -1 }] };
    await expect(writeCatalogue(catalogueWriter(main), { products: [cream, broken] })).rejects.toThrow();
    expect(await readCatalogueVersion(main.em.fork())).toBe(0);
    expect(await main.em.fork().count(Product)).toBe(0);
  });

  it('gives writes at the same time versions that follow each other', async () => {
    const { main } = await open();
    const writer = catalogueWriter(main);
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        writeCatalogue(writer, { products: [{ ...cream, handle: `cream-${number}` }] }),
      ),
    );
    expect(results.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('A draft that says one part only', () => {
  const before = mergeDraft(cream, null).data;

  it('leaves texts in other languages, prices in other currencies and fields it does not name as they are', () => {
    const { data } = mergeDraft(
      {
        handle: 'day-cream',
        language: 'EN',
        texts: { title: { EN: 'Light cream' }, descriptionHtml: { EN: '' } },
        options: [{ name: { EN: 'Size' } }],
        sourceFields: { 'SEO Title': '', 'SEO Description': 'Light' },
        variants: [{ optionValues: ['50 ml'], prices: { EUR: 2090 } }],
      },
      before,
    );
    expect(data.texts).toEqual({ title: { EN: 'Light cream', DE: 'Tagescreme' } });
    expect(data.options).toEqual([{ name: { EN: 'Size', DE: 'Größe' } }]);
    expect(data.sourceFields).toEqual({ 'SEO Description': 'Light' });
    expect(data.skinTypes).toEqual(['DRY']);
    expect(data.variants).toEqual([{ ...before.variants[0], prices: { EUR: 2090, GBP: 1700 } }]);
  });

  it('keeps the size of a picture that it names again', () => {
    const picture = { url: 'https://example.com/a.jpg', width: 800, height: 1000, alt: 'Old' };
    const { data } = mergeDraft(
      { handle: 'day-cream', language: 'EN', pictures: [{ ...picture, width: null, height: null, alt: 'New' }] },
      { ...before, pictures: [picture] },
    );
    expect(data.pictures).toEqual([{ ...picture, alt: 'New' }]);
  });
});
