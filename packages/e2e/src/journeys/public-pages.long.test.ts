import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { expectFit } from '../harness/expect-fit.ts';
import { openBrowser, openPage, type WatchedPage, WIDTHS } from '../harness/open-browser.ts';
import { PUBLIC_PAGES } from '../harness/public-pages.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';

let shop: RunningShop;
let browser: Browser;
let desk: WatchedPage;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
  desk = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

it.each(PUBLIC_PAGES)('%s is accessible, quiet and still in the window of a desk, light and dark', (path) =>
  expectFit(desk, 'en', path),
);
