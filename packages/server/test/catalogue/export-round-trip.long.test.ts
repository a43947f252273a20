import { join } from 'node:path';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, expect, it } from 'vitest';
import { demoFolder } from '../../src/app/package-folder.ts';
import { generateCatalogue } from '../../src/features/catalog/generate-catalogue.ts';
import type { ImportProgress, MadeName } from '../../src/features/catalog/import-catalogue.ts';
import { mergeDraft } from '../../src/features/catalog/product-draft.ts';
import { seedDemoCatalogue } from '../../src/features/catalog/seed-demo-catalogue.ts';
import { productToJson } from '../../src/features/catalog/transfer/product-to-json.ts';
import type { CatalogueWriter } from '../../src/features/catalog/write-catalogue.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';
import {
  closeShops,
  emptyShop,
  exported,
  fileWith,
  namesOf,
  productOf,
  run,
  SHOPIFY_FILE,
  SHOPIFY_PRODUCTS,
  SHOPIFY_ROWS,
  versionOf,
} from './importing.ts';

const LANGUAGES: Language[] = ['DE', 'EN', 'ZH'];

/** Puts the ingredients and groups of the demo into a shop. */
async function writeNames(writer: CatalogueWriter): Promise<void> {
  for (const file of ['ingredients.jsonl', 'groups.jsonl']) {
    const { refused } = await run(writer, join(demoFolder(), file), { format: 'jsonl' });
    expect(refused).toEqual([]);
  }
}

describeEachDialect('A catalogue that is exported', (open, dialect) => {
  afterAll(closeShops);

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
    const first = await run(shop, SHOPIFY_FILE);
    expect(first.refused).toEqual([]);
    expect(first.summary).toMatchObject({
      created: SHOPIFY_PRODUCTS,
      updated: 0,
      unchanged: 0,
      refused: 0,
      rows: SHOPIFY_ROWS,
    });
    const version = await versionOf(shop);
    expect(version).toBeGreaterThan(0);

    const second = await run(shop, SHOPIFY_FILE);
    expect(second.summary).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: SHOPIFY_PRODUCTS,
      refused: 0,
      rows: SHOPIFY_ROWS,
    });
    expect(second.reports.every(({ outcome }) => outcome === 'UNCHANGED')).toBe(true);
    expect(await versionOf(shop)).toBe(version);

    const file = await exported(shop);
    expect((await run(shop, fileWith(file))).summary).toMatchObject({ unchanged: SHOPIFY_PRODUCTS, updated: 0 });
    const other = await emptyShop(open);
    expect((await run(other, fileWith(file))).summary).toMatchObject({ created: SHOPIFY_PRODUCTS, refused: 0 });
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

  if (dialect === 'postgresql') return;

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
