import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  type RowReport,
} from '../../src/features/catalog/import-catalogue.ts';
import { mergeDraft } from '../../src/features/catalog/product-draft.ts';
import { readCatalogueVersion } from '../../src/features/catalog/read-catalogue-rows.ts';
import { seedDemoCatalogue } from '../../src/features/catalog/seed-demo-catalogue.ts';
import { readGroups } from '../../src/features/catalog/store-groups.ts';
import { readStoredProducts } from '../../src/features/catalog/store-products.ts';
import { groupFromJson, ingredientFromJson } from '../../src/features/catalog/transfer/names-from-json.ts';
import { productToJson } from '../../src/features/catalog/transfer/product-to-json.ts';
import { type CatalogueWriter, writeCatalogue } from '../../src/features/catalog/write-catalogue.ts';
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

async function exported(writer: CatalogueWriter, format: CatalogueFormat = 'csv'): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportCatalogue(writer.store, { format })) lines.push(line);
  return lines.join('');
}

const versionOf = (writer: CatalogueWriter) => readCatalogueVersion(writer.store.em.fork());

async function productOf(writer: CatalogueWriter, handle: string) {
  const stored = await readStoredProducts(writer.store.em.fork(), [handle], false);
  return stored.get(handle)?.data;
}

/** Puts the ingredients and groups of the demo into a shop. */
async function writeNames(writer: CatalogueWriter): Promise<void> {
  const lines = async (file: string) => (await readFile(join(demoFolder(), file), 'utf8')).trim().split('\n');
  await writeCatalogue(writer, {
    ingredients: (await lines('ingredients.jsonl')).map(ingredientFromJson),
    groups: (await lines('groups.jsonl')).map(groupFromJson),
  });
}

describeEachDialect('Importing and exporting', (open, dialect) => {
  afterAll(async () => {
    for (const { bus } of shops.splice(0)) await bus.close();
  });

  it('reads a Shopify file, changes nothing the second time, and gives the same file from another shop', async () => {
    const shop = await emptyShop(open);
    const first = await run(shop, FIXTURE);
    expect(first.refused).toEqual([]);
    expect(first.summary).toEqual({ created: PRODUCTS, updated: 0, unchanged: 0, refused: 0, rows: ROWS });
    const version = await versionOf(shop);
    expect(version).toBeGreaterThan(0);

    const second = await run(shop, FIXTURE);
    expect(second.summary).toEqual({ created: 0, updated: 0, unchanged: PRODUCTS, refused: 0, rows: ROWS });
    expect(second.reports.every(({ outcome }) => outcome === 'UNCHANGED')).toBe(true);
    expect(await versionOf(shop)).toBe(version);

    const file = await exported(shop);
    expect((await run(shop, fileWith(file))).summary).toMatchObject({ unchanged: PRODUCTS, updated: 0 });
    const other = await emptyShop(open);
    expect((await run(other, fileWith(file))).summary).toMatchObject({ created: PRODUCTS, refused: 0 });
    expect(await exported(other)).toBe(file);
  });

  if (dialect === 'postgresql') return;

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
      expect(summary).toEqual({ created: PRODUCTS, updated: 0, unchanged: 0, refused: 0, rows: ROWS });
      expect(await exported(other)).toBe(plain);
    });

    it('is tried out without writing anything', async () => {
      const other = await emptyShop(open);
      const { summary, reports } = await run(other, FIXTURE, { dryRun: true });
      expect(summary).toEqual({ created: PRODUCTS, updated: 0, unchanged: 0, refused: 0, rows: ROWS });
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
    expect(summary).toEqual({ created: 3, updated: 0, unchanged: 0, refused: 7, rows: 11 });
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
    expect(summary).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 3, rows: 5 });
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

  it('gives the demo catalogue back as the same lines of JSON from another shop', async () => {
    const shop = await emptyShop(open);
    await seedDemoCatalogue(shop, demoFolder());
    const file = await exported(shop, 'jsonl');
    const other = await emptyShop(open);
    await writeNames(other);
    const { refused } = await run(other, fileWith(file), { format: 'jsonl' });
    expect(refused).toEqual([]);
    expect(await exported(other, 'jsonl')).toBe(file);
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
    expect(summary).toEqual({ created: 2_000, updated: 0, unchanged: 0, refused: 0, rows: 2_000 });
    expect(steps.length).toBeGreaterThan(10);
    const products = steps.map((step) => step.products);
    expect(products).toEqual(products.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toMatchObject({ products: 2_000, bytes: steps[0]?.totalBytes });
    const version = await versionOf(shop);
    expect((await run(shop, path, { format: 'jsonl' })).summary).toMatchObject({ unchanged: 2_000, updated: 0 });
    expect(await versionOf(shop)).toBe(version);
    expect(await exported(shop, 'jsonl')).toBe(lines.join(''));
  });
});
