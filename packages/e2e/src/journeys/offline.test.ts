import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, visit, WIDTHS } from '../harness/open-browser.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';
import { wordsIn } from '../harness/words.ts';

let shop: RunningShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

const t = wordsIn('en');

describe('A visitor whose connection is lost', () => {
  it('is told so, keeps what they typed, and goes on when it is back', async () => {
    const { page, context } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' });
    await visit(page, '/en/search');
    const notice = page.getByText(t('connection.lost'));
    const field = page.getByRole('main').getByRole('searchbox');
    await context.setOffline(true);
    await notice.waitFor();
    await field.fill('hyaluron');
    await context.setOffline(false);
    await notice.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('hyaluron');
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByRole('article').first().waitFor();
    await context.close();
  });

  it('is told so as well when only the shop cannot be reached, and not for one request that failed', async () => {
    const { page, context } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await visit(page, '/en/search');
    const notice = page.getByText(t('connection.lost'));
    const search = async (words: string) => {
      await page.getByRole('main').getByRole('searchbox').fill(words);
      await page.keyboard.press('Enter');
    };
    await page.route('**/graphql', (route) => route.abort());
    const looked = page.waitForResponse((answer) => answer.request().method() === 'HEAD');
    await search('serum');
    await looked;
    expect(await notice.count()).toBe(0);
    await page.route('**/favicon.svg', (route) => route.abort());
    await search('cream');
    await notice.waitFor();
    await page.unrouteAll();
    await notice.waitFor({ state: 'detached' });
    await context.close();
  });
});

it.each([
  ['ahead of a visit', false],
  ['only when visited, where data are to be saved', true],
] as const)('A page is fetched %s', async (_when, saveData) => {
  const { page, context } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
  await page.addInitScript(`Object.defineProperty(navigator, 'connection', { value: { saveData: ${saveData} } })`);
  await visit(page, '/en/shop');
  const askedFrom: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('"operationName":"Product"')) askedFrom.push(new URL(page.url()).pathname);
  });
  const product = page.getByRole('main').getByRole('article').getByRole('link').first();
  await product.focus();
  if (!saveData) await expect.poll(() => askedFrom).toEqual(['/en/shop']);
  await page.evaluate('new Promise(requestAnimationFrame)');
  await product.press('Enter');
  await page.getByRole('button', { name: t('product.add'), exact: true }).waitFor();
  expect(askedFrom).toHaveLength(1);
  expect(askedFrom[0]).toMatch(saveData ? /^\/en\/products\// : /^\/en\/shop$/);
  await context.close();
});
