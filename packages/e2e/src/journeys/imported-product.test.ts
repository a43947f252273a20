import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findViolations } from '../harness/find-violations.ts';
import { openBrowser, openPage, WIDTHS } from '../harness/open-browser.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';
import { wordsIn } from '../harness/words.ts';

let dataDir: string;
let shop: RunningShop;
let browser: Browser;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'barrier-imported-'));
  const file = join(dataDir, 'products.csv');
  writeFileSync(file, 'Handle,Title,Variant Price,Variant Inventory Qty\nplain-cream,Plain Cream,12.00,4\n');
  const cli = join(import.meta.dirname, '../../../server/dist/cli.js');
  execFileSync(process.execPath, [cli, 'import:catalog', file], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir },
  });
  [shop, browser] = await Promise.all([startShop({ SEED_DEMO: 'false' }, dataDir), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
  rmSync(dataDir, { recursive: true, force: true });
});

it.each(['en', 'de', 'zh'] as const)(
  'A product of which there is no picture says so in its place, in %s',
  async (language) => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: language });
    await page.goto(`/${language}/products/plain-cream`);
    await page.getByRole('heading', { level: 1, name: 'Plain Cream' }).waitFor();
    const place = await page.getByText(wordsIn(language)('product.noPicture')).boundingBox();
    expect(place?.height).toBeGreaterThan(200);
    expect(await findViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  },
);
