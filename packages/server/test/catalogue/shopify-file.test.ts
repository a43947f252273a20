import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readGroups } from '../../src/features/catalog/store-groups.ts';
import type { CatalogueWriter } from '../../src/features/catalog/write-catalogue.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';
import {
  closeShops,
  emptyShop,
  exported,
  fileWith,
  productOf,
  run,
  SHOPIFY_FILE,
  SHOPIFY_PRODUCTS,
  SHOPIFY_ROWS,
  versionOf,
} from './importing.ts';

describeEachDialect('A Shopify file', (open) => {
  afterAll(closeShops);

  let shop: CatalogueWriter;
  let plain = '';
  beforeAll(async () => {
    shop = await emptyShop(open);
    await run(shop, SHOPIFY_FILE);
    plain = await exported(shop);
  });

  it('becomes apparel with a variant for each size and colour', async () => {
    const shirt = await productOf(shop, 'linen-shirt');
    expect(shirt?.options).toEqual([{ name: { EN: 'Size' } }, { name: { EN: 'Colour' } }]);
    expect(
      shirt?.variants.map(({ optionValues }) =>
        optionValues.map((value) => (typeof value === 'string' ? value : value.EN)).join('|'),
      ),
    ).toEqual(['S|Sand', 'M|Sand', 'L|Sand', 'S|Ink, washed', 'M|Ink, washed', 'L|Ink, washed']);
    expect(shirt?.variants[2]).toMatchObject({
      sku: 'LS-SAN-L',
      prices: { EUR: 8900, USD: 9500 },
      compareAtPrices: { EUR: 9900, USD: 10900 },
      stock: 6,
      stockTracked: true,
      weightGrams: 240,
      contentAmount: null,
    });
    expect(shirt?.variants[5]?.compareAtPrices).toEqual({});
    expect(shirt?.pictures.map(({ alt }) => alt)).toEqual(
      ['front', 'back', 'cuff', 'worn'].map((side) => `Linen shirt, ${side}`),
    );
    expect(shirt?.tags).toEqual(['linen', 'summer', 'unisex']);
    expect(shirt?.texts.descriptionHtml?.EN).toContain('<li>Shell buttons, "corozo" spare</li>');
    expect(shirt?.sourceFields).toMatchObject({
      'SEO Title': 'Linen Shirt, wide cut',
      'Google Shopping / Gender': 'unisex',
    });
    expect(shirt?.variants[0]?.sourceFields).toMatchObject({ 'Cost per item': '31.20' });
  });

  it('becomes food with weights as content, and paragraphs where the text has empty lines', async () => {
    const granola = await productOf(shop, 'oat-granola');
    expect(granola?.texts.title).toEqual({ EN: 'Oat Granola, Almond & Honey' });
    expect(granola?.texts.descriptionHtml?.EN).toBe(
      '<p>Baked slowly, in small trays.</p>' +
        '<p>Contains: oats, almonds, honey.<br />May contain traces of other nuts.</p>',
    );
    expect(granola?.variants.map(({ contentAmount, contentUnit }) => [contentAmount, contentUnit])).toEqual([
      [500, 'G'],
      [1000, 'G'],
    ]);
    expect(granola?.variants[1]).toMatchObject({ prices: { EUR: 129_900 }, stock: 0 });
    const groups = await readGroups(shop.store.em.fork());
    const category = groups.find(({ handle }) => handle === granola?.category);
    expect(category).toMatchObject({ kind: 'CATEGORY', title: { EN: 'Grains, Rice & Cereal' } });
  });

  it('becomes cosmetics in one form, with the pictures in their order', async () => {
    const serum = await productOf(shop, 'night-serum');
    expect(serum?.texts.title).toEqual({ EN: 'Night Serum "No. 5", Light' });
    expect(serum?.texts.descriptionHtml?.EN).toContain('<h2>Night Serum</h2>');
    expect(serum?.options).toEqual([]);
    expect(serum?.variants).toHaveLength(1);
    expect(serum?.variants[0]).toMatchObject({ contentAmount: 30, contentUnit: 'ML', barcode: '4006381333931' });
    expect(serum?.pictures.map(({ alt }) => alt)).toEqual(['First', 'Second', '']);
  });

  it('keeps back what is a draft or archived', async () => {
    expect((await productOf(shop, 'unreleased-mug'))?.status).toBe('DRAFT');
    expect((await productOf(shop, 'unreleased-mug'))?.variants[0]?.stockTracked).toBe(false);
    expect((await productOf(shop, 'old-poster'))?.status).toBe('ARCHIVED');
  });

  it('keeps every cell that says something, in the columns it had', async () => {
    const before = parse(readFileSync(SHOPIFY_FILE, 'utf8'), { columns: true }) as Record<string, string>[];
    const [header = []] = parse(plain, { to: 1 }) as string[][];
    expect(header).toEqual(expect.arrayContaining(Object.keys(before[0] ?? {})));
    const after = parse(plain, { columns: true }) as Record<string, string>[];
    expect(after).toHaveLength(before.length);
    // Written differently with the same meaning: sanitised texts, amounts, order of pictures, contents in one unit.
    const kept = (header as string[]).filter(
      (column) => !/^(Body|Type|Published|Gift Card|Image|Unit Price Total|Variant (Price|Barcode))/.test(column),
    );
    for (const [at, row] of before.entries())
      for (const column of kept.filter((one) => one in row)) {
        expect([at, column, after[at]?.[column]]).toEqual([at, column, row[column]]);
      }
  });

  it.each([
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['semicolons', (text: string) => stringify(parse(text) as string[][], { delimiter: ';' })],
    [
      'semicolons, a byte-order mark and lines as Windows ends them',
      (text: string) =>
        stringify(parse(text) as string[][], {
          delimiter: ';',
          bom: true,
          record_delimiter: 'windows',
          quoted: true,
        }),
    ],
    ['tabs', (text: string) => stringify(parse(text) as string[][], { delimiter: '\t' })],
  ])('reads the same from a file with %s', async (_, change) => {
    const other = await emptyShop(open);
    const { summary } = await run(other, fileWith(change(readFileSync(SHOPIFY_FILE, 'utf8'))));
    expect(summary).toMatchObject({
      created: SHOPIFY_PRODUCTS,
      updated: 0,
      unchanged: 0,
      refused: 0,
      rows: SHOPIFY_ROWS,
    });
    expect(await exported(other)).toBe(plain);
  });

  it('is tried out without writing anything', async () => {
    const other = await emptyShop(open);
    const { summary, reports } = await run(other, SHOPIFY_FILE, { dryRun: true });
    expect(summary).toMatchObject({
      created: SHOPIFY_PRODUCTS,
      updated: 0,
      unchanged: 0,
      refused: 0,
      rows: SHOPIFY_ROWS,
    });
    expect(reports).toHaveLength(SHOPIFY_ROWS);
    expect(await versionOf(other)).toBe(0);
    expect(await readGroups(other.store.em.fork())).toEqual([]);
    expect((await exported(other)).trim().split('\n')).toHaveLength(1);
  });
});
