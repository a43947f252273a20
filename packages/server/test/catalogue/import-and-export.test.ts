import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoFolder } from '../../src/app/package-folder.ts';
import { exportCatalogue } from '../../src/features/catalog/export-catalogue.ts';
import { generateCatalogue } from '../../src/features/catalog/generate-catalogue.ts';
import {
  type CatalogueFormat,
  type ImportProgress,
  type ImportRequest,
  importCatalogue,
  type MadeName,
  type RowReport,
} from '../../src/features/catalog/import-catalogue.ts';
import { mergeDraft } from '../../src/features/catalog/product-draft.ts';
import { readCatalogueVersion } from '../../src/features/catalog/read-catalogue-rows.ts';
import { seedDemoCatalogue } from '../../src/features/catalog/seed-demo-catalogue.ts';
import { readGroups, readIngredients } from '../../src/features/catalog/store-groups.ts';
import { readStoredProducts } from '../../src/features/catalog/store-products.ts';
import { productToJson } from '../../src/features/catalog/transfer/product-to-json.ts';
import type { CatalogueWriter } from '../../src/features/catalog/write-catalogue.ts';
import { describeEachDialect, type OpenStores } from '../stores/describe-dialects.ts';
import { openWriter } from './open-catalogue.ts';

const FIXTURE = join(import.meta.dirname, 'shopify-products.csv');
const PRODUCTS = 5;
const ROWS = 13;
const COLUMNS = 'Handle,Title,Body (HTML),Variant Price,Image Src';

const folder = mkdtempSync(join(tmpdir(), 'barrier-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

/** The path of a file with a text in it. */
function fileWith(text: string): string {
  const path = join(folder, `${++files}.txt`);
  writeFileSync(path, text);
  return path;
}

const shops: CatalogueWriter[] = [];

/** A shop of its own without products. */
async function emptyShop(open: OpenStores): Promise<CatalogueWriter> {
  const shop = await openWriter(await open());
  shops.push(shop);
  return shop;
}

/** Imports and collects what is said of each row. */
async function run(writer: CatalogueWriter, path: string, request: Partial<ImportRequest> = {}) {
  const reports: RowReport[] = [];
  const summary = await importCatalogue(writer, {
    path,
    format: 'csv',
    onRow: (report) => reports.push(report),
    ...request,
  });
  return { summary, reports, refused: reports.filter(({ outcome }) => outcome === 'REFUSED') };
}

async function exported(
  writer: CatalogueWriter,
  format: CatalogueFormat = 'csv',
  language: Language = 'EN',
): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportCatalogue(writer.store, { format, language })) lines.push(line);
  return lines.join('');
}

const versionOf = (writer: CatalogueWriter) => readCatalogueVersion(writer.store.em.fork());

async function productOf(writer: CatalogueWriter, handle: string) {
  const stored = await readStoredProducts(writer.store.em.fork(), [handle], false);
  return stored.get(handle)?.data;
}

const LANGUAGES: Language[] = ['DE', 'EN', 'ZH'];

/** All that products can refer to. */
async function namesOf(store: CatalogueWriter['store']) {
  return { groups: await readGroups(store.em.fork()), ingredients: await readIngredients(store.em.fork()) };
}

/** Puts the ingredients and groups of the demo into a shop. */
async function writeNames(writer: CatalogueWriter): Promise<void> {
  for (const file of ['ingredients.jsonl', 'groups.jsonl']) {
    const { refused } = await run(writer, join(demoFolder(), file), { format: 'jsonl' });
    expect(refused).toEqual([]);
  }
}

describeEachDialect('Importing and exporting', (open, dialect) => {
  afterAll(async () => {
    for (const { bus } of shops.splice(0)) await bus.close();
  });

  it('refuses lines and descriptions that are too long in either format, with their line, and takes the others', async () => {
    const shop = await emptyShop(open);
    const long = 'x'.repeat(5_100_000);
    const body = 'y'.repeat(100_001);
    const csv = `${COLUMNS}\none,One,,1.00,\ntwo,Two,${long},1.00,\nthree,Three,${body},1.00,\nfour,Four,,1.00,\n`;
    const { refused, summary } = await run(shop, fileWith(csv));
    expect(refused.map(({ line, handle }) => [line, handle])).toEqual([
      [3, 'two'],
      [4, 'three'],
    ]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      'The line is too long: at most 5000000 characters are allowed.',
      'Body (HTML): at most 100000 characters are allowed.',
    ]);
    expect(summary.created).toBe(2);
    const json = (handle: string, description: string) =>
      JSON.stringify({ handle, title: handle, description, variants: [{ prices: { EUR: 100 } }] });
    const lines = [json('five', long), json('six', body), json('seven', 'Short.')].join('\n');
    const second = await run(shop, fileWith(lines), { format: 'jsonl' });
    expect(second.refused.map(({ line, handle }) => [line, handle])).toEqual([
      [1, 'five'],
      [2, 'six'],
    ]);
  });

  it('exports no cell that a spreadsheet would run, and reads back what it wrote', async () => {
    const shop = await emptyShop(open);
    const rows = stringify([
      ['Handle', 'Title', 'Vendor', 'Variant Price', '=Custom'],
      ['one', '=HYPERLINK("https://example.com")', '@vendor', '1.00', "'=kept"],
    ]);
    expect((await run(shop, fileWith(rows))).refused).toEqual([]);
    const file = await exported(shop);
    const cells = (parse(file) as string[][]).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain(`'=HYPERLINK("https://example.com")`);
    expect((await run(shop, fileWith(file))).summary).toMatchObject({ unchanged: 1, refused: 0 });
    const other = await emptyShop(open);
    await run(other, fileWith(file));
    expect(await exported(other)).toBe(file);
    expect((await productOf(other, 'one'))?.texts.title.EN).toBe('=HYPERLINK("https://example.com")');
  });

  it('reads a Shopify file, changes nothing the second time, and gives the same file from another shop', async () => {
    const shop = await emptyShop(open);
    const first = await run(shop, FIXTURE);
    expect(first.refused).toEqual([]);
    expect(first.summary).toMatchObject({ created: PRODUCTS, updated: 0, unchanged: 0, refused: 0, rows: ROWS });
    const version = await versionOf(shop);
    expect(version).toBeGreaterThan(0);

    const second = await run(shop, FIXTURE);
    expect(second.summary).toMatchObject({ created: 0, updated: 0, unchanged: PRODUCTS, refused: 0, rows: ROWS });
    expect(second.reports.every(({ outcome }) => outcome === 'UNCHANGED')).toBe(true);
    expect(await versionOf(shop)).toBe(version);

    const file = await exported(shop);
    expect((await run(shop, fileWith(file))).summary).toMatchObject({ unchanged: PRODUCTS, updated: 0 });
    const other = await emptyShop(open);
    expect((await run(other, fileWith(file))).summary).toMatchObject({ created: PRODUCTS, refused: 0 });
    expect(await exported(other)).toBe(file);
  });

  it('gives the demo catalogue back as the same lines of JSON from an empty shop, with all that products refer to', async () => {
    const shop = await emptyShop(open);
    await seedDemoCatalogue(shop, demoFolder());
    const file = await exported(shop, 'jsonl');
    const other = await emptyShop(open);
    const tried = await run(other, fileWith(file), { format: 'jsonl', dryRun: true });
    expect(await versionOf(other)).toBe(0);
    const { summary, refused } = await run(other, fileWith(file), { format: 'jsonl' });
    expect(refused).toEqual([]);
    expect(tried.summary).toEqual(summary);
    expect(await exported(other, 'jsonl')).toBe(file);

    const [names, otherNames] = await Promise.all([shop, other].map(({ store }) => namesOf(store)));
    expect(otherNames).toEqual(names);
    expect(summary.groups).toEqual({ created: names?.groups.length, updated: 0, unchanged: 0 });
    expect(summary.ingredients).toEqual({ created: names?.ingredients.length, updated: 0, unchanged: 0 });
    for (const { title, description } of names?.groups ?? []) {
      expect([Object.keys(title).sort(), Object.keys(description).sort()]).toEqual([LANGUAGES, LANGUAGES]);
    }

    const version = await versionOf(other);
    const again = await run(other, fileWith(file), { format: 'jsonl' });
    expect(again.summary).toEqual({
      created: 0,
      updated: 0,
      unchanged: summary.created,
      refused: 0,
      rows: summary.rows,
      groups: { created: 0, updated: 0, unchanged: summary.groups.created },
      ingredients: { created: 0, updated: 0, unchanged: summary.ingredients.created },
    });
    expect(await versionOf(other)).toBe(version);
  });

  it('gives the demo catalogue back as the same CSV from an empty shop, which makes the names it lacks', async () => {
    const shop = await emptyShop(open);
    await seedDemoCatalogue(shop, demoFolder());
    const { groups } = await namesOf(shop.store);
    for (const language of LANGUAGES) {
      const file = await exported(shop, 'csv', language);
      expect((await run(shop, fileWith(file), { language })).summary).toMatchObject({
        created: 0,
        updated: 0,
        refused: 0,
      });
      const other = await emptyShop(open);
      const made: MadeName[] = [];
      const tried = await run(other, fileWith(file), { language, dryRun: true });
      const { summary, refused } = await run(other, fileWith(file), { language, onMade: (one) => made.push(one) });
      expect(refused).toEqual([]);
      expect(tried.summary).toEqual(summary);
      expect(await exported(other, 'csv', language)).toBe(file);
      const names = await namesOf(other.store);
      expect(names.groups.map(({ kind, title }) => `${kind} ${title[language]}`).sort()).toEqual(
        groups.map(({ kind, title }) => `${kind} ${title[language]}`).sort(),
      );
      expect(new Set(names.groups.map(({ position }) => position)).size).toBe(groups.length);
      expect(names.ingredients.find(({ slug }) => slug === 'aqua')).toMatchObject({ inci: 'Aqua', explanation: {} });
      expect(made).toHaveLength(names.groups.length + names.ingredients.length);
      const version = await versionOf(other);
      expect((await run(other, fileWith(file), { language })).summary).toMatchObject({
        unchanged: summary.created,
        groups: { created: 0 },
        ingredients: { created: 0 },
      });
      expect(await versionOf(other)).toBe(version);
      // What a CSV made goes through JSON Lines as well.
      const lines = await exported(other, 'jsonl');
      const third = await emptyShop(open);
      expect((await run(third, fileWith(lines), { format: 'jsonl' })).refused).toEqual([]);
      expect(await exported(third, 'jsonl')).toBe(lines);
    }
  });

  it('takes lines of groups and ingredients each by itself, and refuses by its number only what is wrong', async () => {
    const shop = await emptyShop(open);
    const product = (handle: string, fields: object) =>
      JSON.stringify({ handle, title: 'Test', variants: [{ prices: {} }], ...fields });
    const line = (type: string, fields: object) => JSON.stringify({ type, ...fields });
    const lines = [
      line('category', { handle: 'serums', title: { en: 'Serums', de: 'Seren' } }),
      line('collection', { handle: 'new-in', title: 'New in', position: 7, description: { zh: '新品' } }),
      line('collection', { handle: 'serums', title: 'Serums' }),
      line('category', { handle: 'broken', title: {} }),
      line('category', { handle: 'serums', title: 'Serums again' }),
      line('brand', { handle: 'testhaus' }),
      line('collection', { handle: 'last', title: 'Last' }),
      line('ingredient', { slug: 'aqua', inci: 'Aqua', commonName: 'Water' }),
      line('ingredient', { slug: 'x'.repeat(129), inci: 'X', commonName: 'X' }),
      line('ingredient', { slug: 'odd', inci: 'Odd', commonName: 'Odd', functions: ['MAGIC'] }),
      product('one', { type: 'product', category: 'serums', collections: ['new-in', 'last'], ingredients: ['aqua'] }),
      product('serums', {}),
      product('broken', {}),
      product('two', { category: 'new-in' }),
      product('three', { category: 'broken' }),
      product('four', { ingredients: ['odd'] }),
      product('nul', { title: 'a\0b' }),
      product('half', { vendor: '\ud83d' }),
      product('five', {}),
    ];
    const { summary, refused } = await run(shop, fileWith(lines.join('\n')), { format: 'jsonl' });
    const says = (number: number, handle: string | null, reason: RegExp) => ({
      line: number,
      handle,
      outcome: 'REFUSED',
      reason: expect.stringMatching(reason) as unknown,
    });
    expect(refused).toEqual([
      says(3, 'serums', /^The handle stands on line 1 already/),
      says(4, 'broken', /^title: a text in at least one of/),
      says(5, 'serums', /^The handle stands on line 1 already/),
      says(6, 'testhaus', /^type: one of product, category, collection, ingredient is wanted/),
      says(9, 'x'.repeat(129), /^slug: at most 128/),
      says(10, 'odd', /^functions\[0\]: one of/),
      says(14, 'two', /^category: there is no category "new-in"/),
      says(15, 'three', /^category: there is no category "broken"/),
      says(16, 'four', /^ingredients: there is no ingredient "odd"/),
      says(17, 'nul', /character that is none/),
      says(18, 'half', /character that is none/),
    ]);
    expect(summary).toEqual({
      created: 4,
      updated: 0,
      unchanged: 0,
      refused: 11,
      rows: 19,
      groups: { created: 3, updated: 0, unchanged: 0 },
      ingredients: { created: 1, updated: 0, unchanged: 0 },
    });
    const { groups } = await namesOf(shop.store);
    expect(groups.map(({ handle, position }) => [handle, position])).toEqual([
      ['serums', 0],
      ['new-in', 7],
      ['last', 8],
    ]);

    const changes = [
      line('collection', { handle: 'serums', title: 'Serums' }),
      line('collection', { handle: 'new-in', title: 'Just in' }),
      line('category', { handle: 'serums', title: { en: 'Serums', de: 'Seren' } }),
    ];
    const second = await run(shop, fileWith(changes.join('\n')), { format: 'jsonl' });
    expect(second.refused).toEqual([says(1, 'serums', /^handle: "serums" is a category already/)]);
    expect(second.summary.groups).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect((await namesOf(shop.store)).groups[1]).toMatchObject({
      title: { EN: 'Just in' },
      position: 7,
      description: {},
    });
  });

  it('refuses a row with a price in another currency than its column, whatever market that is of', async () => {
    const shop = await emptyShop(open);
    const lines = [
      'Handle,Title,Variant Price,Price / United Kingdom,Price / United States,Compare At Price / China',
      'own,Own,€ 12.90,£11.00,US$ 14.00,199.00 元',
      'francs,Francs,CHF 12.90,,,',
      'swapped,Swapped,12.90,$11.00,,',
      'euros-in-china,Euros In China,12.90,,,EUR 15.00',
      'nul,Nu\0l,12.90,,,',
      'plain,Plain,12.90,11,14,199',
    ];
    const { refused, summary } = await run(shop, fileWith(lines.join('\n')));
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'Variant Price: an amount in EUR is wanted; "CHF" is no sign of that.'],
      [4, 'Price / United Kingdom: an amount in GBP is wanted; "$" is no sign of that.'],
      [5, 'Compare At Price / China: an amount in CNY is wanted; "EUR" is no sign of that.'],
      [6, 'Title: the cell has a character that is none (\\u0000).'],
    ]);
    expect(summary.created).toBe(2);
    expect((await productOf(shop, 'own'))?.variants[0]).toMatchObject({
      prices: { EUR: 1290, GBP: 1100, USD: 1400 },
      compareAtPrices: { CNY: 19900 },
    });
    const dollars = ['Handle,Title,Variant Price,Price / Germany', 'a,A,€5,5', 'b,B,$5,€4', 'c,C,$5,$4'];
    const second = await run(shop, fileWith(dollars.join('\n')), { currency: 'USD' });
    expect(second.refused.map(({ handle }) => handle)).toEqual(['a', 'c']);
  });

  if (dialect === 'postgresql') return;

  it('makes the collections that a Shopify file names, one like a category too, in the order of the file', async () => {
    const shop = await emptyShop(open);
    const lines = [
      'Handle,Title,Type,Collection,Collections (product.metafields.barrier.collections),Variant Price',
      'bad,Bad,Never,Never,Never,x',
      'one,One,Summer,Summer,Winter Sale; Äther; ,1',
      'two,Two,summer,WINTER SALE,summer,1',
      'three,Three,Books,,,1',
      'four,Four,Books,,★,1',
    ];
    const { refused, summary } = await run(shop, fileWith(lines.join('\n')));
    expect(refused.map(({ handle }) => handle)).toEqual(['bad', 'four']);
    expect(summary.groups.created).toBe(5);
    const { groups } = await namesOf(shop.store);
    expect(groups.map(({ handle, kind, title }) => [handle, kind, title.EN])).toEqual([
      ['summer', 'CATEGORY', 'Summer'],
      ['winter-sale', 'COLLECTION', 'Winter Sale'],
      ['aether', 'COLLECTION', 'Äther'],
      ['summer-collection', 'COLLECTION', 'Summer'],
      ['books', 'CATEGORY', 'Books'],
    ]);
    expect(await productOf(shop, 'one')).toMatchObject({
      category: 'summer',
      collections: ['winter-sale', 'aether', 'summer-collection'],
    });
    expect(await productOf(shop, 'two')).toMatchObject({
      category: 'summer',
      collections: ['summer-collection', 'winter-sale'],
    });
    const file = await exported(shop);
    expect((await run(shop, fileWith(file))).summary).toMatchObject({ updated: 0, unchanged: 3 });
    const other = await emptyShop(open);
    await run(other, fileWith(file));
    expect(await exported(other)).toBe(file);
  });

  it('calls a group by its handle in a CSV where its title would be taken for another', async () => {
    const shop = await emptyShop(open);
    const group = (handle: string, title: string) => JSON.stringify({ type: 'collection', handle, title });
    const names: [string, string][] = [
      ['a', 'Summer'],
      ['b', 'Summer!'],
      ['c', 'Hot; cold'],
      ['d', '★'],
      ['e', 'b'],
      ['f', 'Plain'],
    ];
    const lines = [
      ...names.map(([handle, title]) => group(handle, title)),
      JSON.stringify({
        handle: 'x',
        title: 'X',
        collections: names.map(([handle]) => handle),
        variants: [{ prices: {} }],
      }),
    ];
    expect((await run(shop, fileWith(lines.join('\n')), { format: 'jsonl' })).refused).toEqual([]);
    const file = await exported(shop);
    expect(file).toContain('a; b; c; d; e; Plain');
    expect((await run(shop, fileWith(file))).summary).toMatchObject({ unchanged: 1, groups: { created: 0 } });
    const other = await emptyShop(open);
    await run(other, fileWith(file));
    expect(await exported(other)).toBe(file);
  });

  describe('a Shopify file', () => {
    let shop: CatalogueWriter;
    let plain = '';
    beforeAll(async () => {
      shop = await emptyShop(open);
      await run(shop, FIXTURE);
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
      const before = parse(readFileSync(FIXTURE, 'utf8'), { columns: true }) as Record<string, string>[];
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
      const { summary } = await run(other, fileWith(change(readFileSync(FIXTURE, 'utf8'))));
      expect(summary).toMatchObject({ created: PRODUCTS, updated: 0, unchanged: 0, refused: 0, rows: ROWS });
      expect(await exported(other)).toBe(plain);
    });

    it('is tried out without writing anything', async () => {
      const other = await emptyShop(open);
      const { summary, reports } = await run(other, FIXTURE, { dryRun: true });
      expect(summary).toMatchObject({ created: PRODUCTS, updated: 0, unchanged: 0, refused: 0, rows: ROWS });
      expect(reports).toHaveLength(ROWS);
      expect(await versionOf(other)).toBe(0);
      expect(await readGroups(other.store.em.fork())).toEqual([]);
      expect((await exported(other)).trim().split('\n')).toHaveLength(1);
    });
  });

  it('refuses bad rows with line and reason, and takes everything else', async () => {
    const shop = await emptyShop(open);
    const lines = [
      `${COLUMNS},Option1 Name,Option1 Value`,
      'good-one,Good One,,12.90,https://example.com/1.jpg,,',
      'bad-price,Bad Price,,abc,,,',
      'second-row,Second Row,,10.00,,Size,S',
      'second-row,,,ten,,,M',
      'no-title,,,5.00,,,',
      'file-picture,File Picture,,5.00,file:///etc/passwd,,',
      'script-picture,Script Picture,,5.00,javascript:alert(1),,',
      'stray-quote,"Stray" Quote,,5.00,,,',
      'good-two,Good Two,,7.50,,,',
      'good-one,Good One Again,,1.00,,,',
      'good-three,"Good, ""Three""",,8,,,',
    ];
    const { summary, refused } = await run(shop, fileWith(lines.join('\n')));
    const says = (line: number, handle: string, reason: RegExp) => ({
      line,
      handle,
      outcome: 'REFUSED',
      reason: expect.stringMatching(reason) as unknown,
    });
    expect(refused).toEqual([
      says(3, 'bad-price', /^Variant Price: an amount/),
      says(4, 'second-row', /line 5/),
      says(5, 'second-row', /^Variant Price: an amount/),
      says(6, 'no-title', /^Title: a text is wanted/),
      says(7, 'file-picture', /^Image Src: an http or https address/),
      says(8, 'script-picture', /^Image Src: an http or https address/),
      says(9, 'stray-quote', /quotes of this line are wrong/),
      says(11, 'good-one', /line 2/),
    ]);
    expect(summary).toMatchObject({ created: 3, updated: 0, unchanged: 0, refused: 7, rows: 11 });
    expect((await productOf(shop, 'good-one'))?.variants[0]?.prices).toEqual({ EUR: 1290 });
    expect((await productOf(shop, 'good-three'))?.texts.title).toEqual({ EN: 'Good, "Three"' });
    expect(await productOf(shop, 'second-row')).toBeUndefined();
  });

  it('refuses a line of JSON that is none, or has an unknown currency, by its number', async () => {
    const shop = await emptyShop(open);
    const product = (handle: string, prices: object) =>
      JSON.stringify({ handle, title: 'Test', variants: [{ prices }] });
    const lines = [
      product('one', { EUR: 100 }),
      '{"handle":"broken","title":',
      '',
      product('francs', { CHF: 100 }),
      product('half', { EUR: 1.5 }),
      product('two', { USD: 200 }),
    ];
    const { summary, refused } = await run(shop, fileWith(lines.join('\n')), { format: 'jsonl' });
    expect(refused.map(({ line, handle }) => [line, handle])).toEqual([
      [2, 'broken'],
      [4, 'francs'],
      [5, 'half'],
    ]);
    expect(refused[0]?.reason).toMatch(/JSON/);
    expect(refused[1]?.reason).toMatch(/CHF/);
    expect(refused[2]?.reason).toMatch(/EUR/);
    expect(summary).toMatchObject({ created: 2, updated: 0, unchanged: 0, refused: 3, rows: 5 });
  });

  it('takes everything out of a description that could run or reach another host', async () => {
    const shop = await emptyShop(open);
    const body = [
      '<p onclick="alert(1)" style="background:url(https://evil.example/a)">Kept</p>',
      '<script>alert(2)</script><style>p{}</style><iframe src="https://evil.example"></iframe>',
      '<img src=x onerror=alert(3)><svg onload=alert(4)></svg><form action="https://evil.example"><input></form>',
      '<a href="javascript:alert(5)">one</a><a href="JaVa\tScript:alert(6)">two</a><a href="data:text/html,x">three</a>',
      '<a href="//evil.example" onmouseover="alert(7)">four</a><a href="https://example.com/care">five</a>',
      '<scr<script>ipt>alert(8)</scr</script>ipt><p>Kept too',
    ].join('\n');
    const text = stringify([COLUMNS.split(','), ['hostile', 'Hostile', body, '1.00', '']]);
    expect((await run(shop, fileWith(text))).summary.created).toBe(1);
    const html = (await productOf(shop, 'hostile'))?.texts.descriptionHtml?.EN ?? '';
    expect(html).toContain('<p>Kept</p>');
    expect(html).toContain('Kept too');
    expect(html).toContain('href="https://example.com/care"');
    expect(html).not.toMatch(/<(script|style|iframe|img|svg|form|input)/i);
    expect(html).not.toMatch(/<[^>]*(\son\w+=|style=|javascript:|data:|evil\.example)/i);
    const json = JSON.stringify({ handle: 'json', title: 'J', description: body, variants: [{ prices: {} }] });
    await run(shop, fileWith(json), { format: 'jsonl' });
    expect((await productOf(shop, 'json'))?.texts.descriptionHtml?.EN).toBe(html);
  });

  it('takes in 2,000 generated products, tells how far it has come, and gives them back', async () => {
    const shop = await emptyShop(open);
    await writeNames(shop);
    const drafts = await generateCatalogue(demoFolder(), 2_000);
    const lines = drafts.map((draft) => {
      const { data } = mergeDraft(draft, null);
      return `${productToJson({ id: '', handle: draft.handle, createdAt: new Date(0), data, variantIds: [] })}\n`;
    });
    const path = fileWith(lines.join(''));
    const steps: ImportProgress[] = [];
    const onProgress = (progress: ImportProgress) => steps.push(progress);
    const { summary, refused } = await run(shop, path, { format: 'jsonl', onProgress });
    expect(refused).toEqual([]);
    expect(summary).toMatchObject({ created: 2_000, updated: 0, unchanged: 0, refused: 0, rows: 2_000 });
    expect(steps.length).toBeGreaterThan(10);
    const products = steps.map((step) => step.products);
    expect(products).toEqual(products.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toMatchObject({ products: 2_000, bytes: steps[0]?.totalBytes });
    const version = await versionOf(shop);
    expect((await run(shop, path, { format: 'jsonl' })).summary).toMatchObject({ unchanged: 2_000, updated: 0 });
    expect(await versionOf(shop)).toBe(version);
    expect((await exported(shop, 'jsonl')).endsWith(lines.join(''))).toBe(true);
  });
});
