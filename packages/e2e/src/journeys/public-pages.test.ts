import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOverflow } from '../harness/find-overflow.ts';
import { findViolations } from '../harness/find-violations.ts';
import { openBrowser, openPage, visit, type WatchedPage, WIDTHS } from '../harness/open-browser.ts';
import { PUBLIC_PAGES } from '../harness/public-pages.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';

let shop: RunningShop;
let browser: Browser;
let watched: Record<keyof typeof WIDTHS, WatchedPage>;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
  const [phone, desk] = await Promise.all([
    openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' }),
    openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' }),
  ]);
  watched = { phone, desk };
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

it.each([
  ['very many words', `/search?q=${'serum '.repeat(100)}`],
  ['very many signs outside the basic plane', `/search?q=${'%F0%9F%A7%B4'.repeat(150)}`],
  ['a price that no number holds', '/shop?price=99999999999-'],
])('opens an address that asks for %s', async (_title, path) => {
  const { page, complaints } = watched.desk;
  complaints.length = 0;
  const [, answer] = await Promise.all([page.waitForResponse('**/graphql'), page.goto(`/en${path}`)]);
  expect(answer?.status()).toBe(200);
  await page.locator('h1').waitFor();
  expect(complaints).toEqual([]);
  const field = page.locator('main input[type=search][name=q]');
  if ((await field.count()) > 0) expect((await field.inputValue()).length).toBeLessThanOrEqual(200);
});

describe.each(PUBLIC_PAGES)('%s', (path) => {
  it.each(['phone', 'desk'] as const)('is accessible and quiet at the width of a %s, light and dark', async (width) => {
    const { page, complaints } = watched[width];
    complaints.length = 0;
    await page.emulateMedia({ colorScheme: 'light' });
    // The cart is what every page asks for as soon as its script has taken over.
    await visit(page, `/en${path}`);
    expect(await findViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('has one heading of its own, a title, a description, and an address or no place in search engines', async () => {
    const { page } = watched.desk;
    await visit(page, `/en${path}`);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).toMatch(/Barrier/);
    expect(await page.locator('meta[name="description"]').getAttribute('content')).toMatch(/\w{3}/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const canonical = page.locator('link[rel="canonical"]');
    if ((await canonical.count()) > 0) expect(await canonical.getAttribute('href')).toMatch(`${shop.url}/en`);
    else expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
  });

  it('needs no sideways scrolling in German at 320 px', async () => {
    const { page } = watched.phone;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/de${path}`);
    const overflow = await findOverflow(page);
    await page.setViewportSize(WIDTHS.phone);
    expect(overflow).toEqual([]);
  });

  it('comes from the server with its heading, the same for every visitor, without inline script', async () => {
    const visit = (cookie: string) => fetch(`${shop.url}/en${path}`, { headers: { cookie } });
    const [one, other] = await Promise.all([visit('cart=1'), visit('cart=2; seen=yes')]);
    const html = await one.text();
    expect(await other.text()).toBe(html);
    expect(html).toMatch(/<h1[\s>]/);

    const scripts = /script-src ([^;]*)/.exec(one.headers.get('content-security-policy') ?? '')?.[1];
    expect(scripts).toBe("'self'");
    const inline = [...html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>/g)].map(([tag]) => tag);
    expect(inline.filter((tag) => !tag.includes('type="application/json"'))).toEqual([]);
    expect(html).not.toMatch(/\son[a-z]+="/);
    expect(one.headers.get('set-cookie')).toBeNull();
  });
});
