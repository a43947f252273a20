import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { afterAll } from 'vitest';
import { exportCatalogue } from '../../src/features/catalog/export-catalogue.ts';
import {
  type CatalogueFormat,
  type ImportRequest,
  importCatalogue,
  type RowReport,
} from '../../src/features/catalog/import-catalogue.ts';
import type { ProductData } from '../../src/features/catalog/product-draft.ts';
import { readCatalogueVersion } from '../../src/features/catalog/read-catalogue-rows.ts';
import { readGroups, readIngredients } from '../../src/features/catalog/store-groups.ts';
import { readStoredProducts } from '../../src/features/catalog/store-products.ts';
import type { CatalogueWriter, GroupData, IngredientData } from '../../src/features/catalog/write-catalogue.ts';
import type { OpenStores } from '../stores/describe-dialects.ts';
import { openWriter } from './open-catalogue.ts';

/** A file as Shopify exports it, of apparel, food and cosmetics. */
export const SHOPIFY_FILE = join(import.meta.dirname, 'shopify-products.csv');
export const SHOPIFY_PRODUCTS = 5;
export const SHOPIFY_ROWS = 13;

/** The columns of a small file. */
export const COLUMNS = 'Handle,Title,Body (HTML),Variant Price,Image Src';

const folder = mkdtempSync(join(tmpdir(), 'barrier-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

/** The path of a file with a text in it. */
export function fileWith(text: string): string {
  const path = join(folder, `${++files}.txt`);
  writeFileSync(path, text);
  return path;
}

const shops: CatalogueWriter[] = [];

/** A shop of its own without products; `closeShops` closes it. */
export async function emptyShop(open: OpenStores): Promise<CatalogueWriter> {
  const shop = await openWriter(await open());
  shops.push(shop);
  return shop;
}

/** Closes what the shops opened besides their stores. */
export async function closeShops(): Promise<void> {
  for (const { bus } of shops.splice(0)) await bus.close();
}

/** Imports and collects what is said of each row. */
export async function run(writer: CatalogueWriter, path: string, request: Partial<ImportRequest> = {}) {
  const reports: RowReport[] = [];
  const summary = await importCatalogue(writer, {
    path,
    format: 'csv',
    onRow: (report) => reports.push(report),
    ...request,
  });
  return { summary, reports, refused: reports.filter(({ outcome }) => outcome === 'REFUSED') };
}

/** The whole catalogue as the text of a file. */
export async function exported(
  writer: CatalogueWriter,
  format: CatalogueFormat = 'csv',
  language: Language = 'EN',
): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportCatalogue(writer.store, { format, language })) lines.push(line);
  return lines.join('');
}

/** The version of a shop's catalogue. */
export function versionOf(writer: CatalogueWriter): Promise<number> {
  return readCatalogueVersion(writer.store.em.fork());
}

/** A product as it is stored. */
export async function productOf(writer: CatalogueWriter, handle: string): Promise<ProductData | undefined> {
  const stored = await readStoredProducts(writer.store.em.fork(), [handle], false);
  return stored.get(handle)?.data;
}

/** All that products can refer to. */
export async function namesOf(
  store: CatalogueWriter['store'],
): Promise<{ groups: GroupData[]; ingredients: IngredientData[] }> {
  return { groups: await readGroups(store.em.fork()), ingredients: await readIngredients(store.em.fork()) };
}
