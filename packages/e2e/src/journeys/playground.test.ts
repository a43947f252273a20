import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, WIDTHS } from '../harness/open-browser.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';

let shop: RunningShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

describe('A developer in the playground', () => {
  it('runs a worked example with nothing from a foreign host', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await page.goto('/playground');
    const editor = page.locator('.graphiql-query-editor .view-lines');
    // The editor is loaded after the page: a tab that is chosen before it is there, and a query that is run before, do nothing.
    await editor.filter({ hasText: /\w/ }).waitFor({ timeout: 60_000 });
    await page.getByRole('tab', { name: 'SearchProducts' }).getByRole('button', { name: 'SearchProducts' }).click();
    await editor.getByText('SearchProducts').first().waitFor();
    const answered = page.waitForResponse(
      (response) => (response.request().postData() ?? '').includes('SearchProducts') && response.ok(),
    );
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const answer = (await (await answered).json()) as { data: { products: { totalCount: number } }; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(answer.data.products.totalCount).toBeGreaterThan(0);
    const results = page.getByRole('region', { name: 'Result Window' });
    await expect.poll(() => results.textContent()).toContain('totalCount');

    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page
      .getByRole('link', { name: 'Query', exact: true })
      .or(page.getByText('Query', { exact: true }))
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
