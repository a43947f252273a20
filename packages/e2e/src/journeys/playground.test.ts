/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../harness/find-violations.ts';
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
      { timeout: 60_000 },
    );
    // GraphiQL hands over query and variables of a tab one after the other, a moment after they are seen: whoever is quicker runs what was
    // there before, or is told what is missing, and presses again.
    let isAnswered = false;
    const note = () => {
      isAnswered = true;
    };
    void answered.then(note, note);
    const run = page.getByRole('button', { name: /^Execute query/ });
    await expect
      .poll(async () => isAnswered || (await run.click().then(() => false)), { interval: 2_000, timeout: 60_000 })
      .toBe(true);
    const early = /^status 400: [^ ]+\/graphql$|status of 400/;
    complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !early.test(complaint)));
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

  it.each([
    ['light', '163, 33%, 26%'],
    ['dark', '154, 28%, 70%'],
  ] as const)('reads it in the %s colours of the shop, with enough contrast', async (colorScheme, eucalyptus) => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, colorScheme });
    await page.goto('/playground');
    await page.locator('.graphiql-query-editor .view-lines').filter({ hasText: /\w/ }).waitFor({ timeout: 60_000 });
    const accent = await page
      .locator('.graphiql-container')
      .evaluate((part) => getComputedStyle(part).getPropertyValue('--color-primary'));
    expect(accent).toBe(eucalyptus);
    // GraphiQL puts the button that closes a tab into the tab itself.
    expect(await findViolations(page, { schemes: [colorScheme], without: ['nested-interactive'] })).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
