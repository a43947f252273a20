/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectFocusKept, hasFocus } from '../harness/keyboard.ts';
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

const en = wordsIn('en');

describe('A visitor', () => {
  it('filters a list, opens a product far down and comes back to where they were', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await visit(page, '/en/shop');
    const status = page.getByRole('main').getByRole('status').first();
    const all = await status.textContent();
    const dry = page.getByRole('checkbox', { name: /^Dry skin/ });
    await dry.check();
    await expect.poll(() => status.textContent()).not.toBe(all);
    const count = await status.textContent();
    expect(await dry.locator('xpath=ancestor::label').textContent()).toContain(count?.split(' ')[0]);
    const products = page.getByRole('main').getByRole('article').getByRole('link');
    await products.nth(23).scrollIntoViewIfNeeded();
    await expect.poll(() => products.count()).toBeGreaterThan(24);
    await expect.poll(() => page.url()).toMatch(/skin=dry&shown=\d+/);

    const product = products.nth(30);
    await product.scrollIntoViewIfNeeded();
    const name = await product.textContent();
    const top = await page.evaluate(() => Math.round(scrollY));
    expect(top).toBeGreaterThan(0);
    const list = page.url();
    for (const reload of [false, true]) {
      await product.click();
      await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
      expect(await page.evaluate(() => scrollY)).toBe(0);
      // What was fetched is forgotten then; the place and the products are not.
      if (reload) await Promise.all([page.waitForResponse('**/graphql'), page.reload()]);
      await page.goBack();
      await status.waitFor();
      expect(page.url()).toBe(list);
      await expect.poll(() => product.textContent()).toBe(name);
      await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(top);
      await expect.poll(() => hasFocus(product)).toBe(true);
      expect(await status.textContent()).toBe(count);
      expect(await dry.isChecked()).toBe(true);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who lets go of a filter or asks for more by the keyboard goes on from there', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await visit(page, '/en/shop?concern=redness&skin=dry');
    const status = page.getByRole('main').getByRole('status').first();
    const narrow = await status.textContent();
    await page.getByRole('button', { name: /^Remove filter Dry skin/ }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => status.textContent()).not.toBe(narrow);
    await expectFocusKept(page);

    await visit(page, '/en/shop');
    const products = page.getByRole('main').getByRole('article').getByRole('link');
    const more = page.getByRole('main').getByRole('link', { name: en('list.more') });
    // Some come by themselves; from then on they are asked for, and the foot of the page stays where it is.
    await more.scrollIntoViewIfNeeded();
    await expect.poll(() => products.count()).toBe(48);
    await more.scrollIntoViewIfNeeded();
    await expect.poll(() => products.count()).toBe(72);
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
    await more.focus();
    expect(await products.count()).toBe(72);
    await page.keyboard.press('Enter');
    await expect.poll(() => products.count()).toBeGreaterThan(72);
    await expect.poll(() => hasFocus(products.nth(72))).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('without a script finds every product by links to the next page', async () => {
    const { page, context } = await openPage(browser, shop, { javaScriptEnabled: false, locale: 'en' });
    await page.goto('/en/shop');
    const products = page.getByRole('main').getByRole('article').getByRole('link');
    const more = page.getByRole('main').getByRole('link', { name: en('list.more') });
    for (const count of [24, 48, 72, 96]) {
      // A page that is still coming has its first products only.
      await expect.poll(() => products.count()).toBe(count);
      await more.click();
    }
    await page.getByText(en('list.all', { total: '100' })).waitFor();
    expect(await products.count()).toBe(100);
    expect(await more.count()).toBe(0);
    await context.close();
  });

  it.each([
    ['en', 'hyaluron', /hyaluron/i],
    ['en', 'hyalronic', /hyaluron/i],
    ['en', 'niacinimide', /vitamin b3/i],
    ['de', 'feuchtigkeit', /feuchtigkeit/i],
    ['zh', '精华', /精华/],
  ] as const)('finds in %s by “%s” what was meant', async (language, query, meant) => {
    const t = wordsIn(language);
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: language });
    // Until the page is awake the link leads to the page of the search instead.
    await visit(page, `/${language}/`);
    await page
      .getByRole('banner')
      .getByRole('link', { name: t('nav.search'), exact: true })
      .click();
    const panel = page.getByRole('dialog', { name: t('nav.search') });
    await panel.getByRole('combobox').fill(query);
    await expect.poll(async () => (await panel.textContent()) ?? '').toMatch(meant);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: query }).waitFor();
    const found = page.getByRole('main').getByRole('article').getByRole('link');
    await found.first().waitFor();
    expect(await page.title()).toContain(query);
    // The link alone shows the same, to anybody.
    const html = await (await fetch(page.url())).text();
    expect(html).toContain(await found.first().textContent());
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', '/de/'],
    ['zh-CN,zh;q=0.9', '/zh/'],
    ['fr', '/en/'],
  ])('who reads %s is led from / to %s', async (languages, path) => {
    const answer = await fetch(`${shop.url}/`, { headers: { 'accept-language': languages }, redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(path);
    expect(answer.headers.get('vary')).toMatch(/accept-language/i);
  });

  it('whose browser asks not to be tracked reads that it was seen', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { locale: 'en' });
    // This browser knows the signal no more than others of its kind; one that does offers it so (W3C Global Privacy Control).
    await context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    await visit(page, '/en/');
    await page.getByText(en('notice.signalSeen')).waitFor();
    // The page itself is the same for everybody.
    const answers = await Promise.all(
      (['0', '1'] as const)
        .map((signal) => ({ 'sec-gpc': signal }))
        .map((headers) => fetch(`${shop.url}/en/`, { headers })),
    );
    for (const { headers } of answers) expect(headers.get('vary')).not.toMatch(/gpc|dnt/i);
    const [plain, signalled] = await Promise.all(answers.map((answer) => answer.text()));
    expect(signalled).toBe(plain);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who is lost is told so, with the status of a page that is not there', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { locale: 'en' });
    const answer = await page.goto('/en/products/there-is-none');
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: en('notFound.title') }).waitFor();
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
    await context.close();
  });
});
