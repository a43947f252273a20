import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToCart } from '../harness/cart.ts';
import { openBrowser, openPage, visit, WIDTHS } from '../harness/open-browser.ts';
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

const MOST_SCRIPTS = 190_000;
const MOST_FONTS = 90_000;

describe('What a phone fetches to show a page for the first time', () => {
  it.each([
    '/en/',
    '/de/',
    '/zh/',
    '/en/shop',
    '/en/collections/serum',
    '/en/products/dew-gel-cleanser',
    '/en/checkout',
  ])('%s: at most 190 kB of scripts, packed, and 90 kB of fonts', async (path) => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone });
    await addToCart(context, shop);
    const fetched = new Map<string, Promise<Buffer>>();
    page.on('response', (answer) => {
      if (/\.(js|woff2)$/.test(answer.url())) fetched.set(answer.url(), answer.body());
    });
    await visit(page, path);
    await page.waitForLoadState('networkidle');
    let [scripts, fonts] = [0, 0];
    for (const [url, body] of fetched) {
      if (url.endsWith('.js')) scripts += gzipSync(await body).length;
      else fonts += (await body).length;
    }
    expect(scripts).toBeGreaterThan(100_000);
    expect(scripts).toBeLessThanOrEqual(MOST_SCRIPTS);
    expect(fonts).toBeGreaterThan(20_000);
    expect(fonts).toBeLessThanOrEqual(MOST_FONTS);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('The picture that a page begins with', () => {
  it.each(['/en/', '/en/collections/serum', '/en/products/dew-gel-cleanser'])(
    '%s: is named in the head before fonts and scripts, and the one that is shown',
    async (path) => {
      const head = /<head>(.*)<\/head>/s.exec(await (await fetch(shop.url + path)).text())?.[1] ?? '';
      const named = head.indexOf('as="image"');
      expect(named).toBeGreaterThan(0);
      expect(named).toBeLessThan(head.indexOf('as="font"'));
      expect(named).toBeLessThan(head.indexOf('<script'));
      for (const viewport of Object.values(WIDTHS)) {
        const { page, context } = await openPage(browser, shop, { viewport });
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await visit(page, path);
        const first = await leadingPictures(page);
        expect(first).toHaveLength(1);
        expect(first[0]?.by).toBe('link');
        expect(first[0]?.address).toMatch(/\.avif$/);
        expect(asked.filter((url) => url === first[0]?.address)).toHaveLength(1);
        await context.close();
      }
    },
  );
});

/** The pictures that are fetched before all else: their address, and what made the browser fetch it. */
function leadingPictures(page: Page): Promise<{ address: string; by: string | undefined }[]> {
  return page.evaluate(() =>
    [...document.images]
      .filter(({ fetchPriority }) => fetchPriority === 'high')
      .map(({ currentSrc }) => {
        const [entry] = performance.getEntriesByName(currentSrc) as PerformanceResourceTiming[];
        return { address: currentSrc, by: entry?.initiatorType };
      }),
  );
}

/** The scripts that wake a page up, by the one that fetches them. */
const scriptsNamedIn = (html: string) => /data-scripts="([^"]*)"/.exec(html)?.[1]?.split(' ') ?? [];

it('Only what shows a page is fetched by its text; in a tab where nothing is ever painted it wakes up too', async () => {
  const html = await (await fetch(`${shop.url}/en/`)).text();
  expect(html).not.toMatch(/type="module"|rel="modulepreload"/);
  expect(html.match(/<script[^>]* src=/g)).toHaveLength(1);
  expect(scriptsNamedIn(html).length).toBeGreaterThan(3);
  const { page, context, complaints } = await openPage(browser, shop);
  await context.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
  });
  await visit(page, '/en/');
  expect(complaints).toEqual([]);
  await context.close();
});

it('Scripts and styles lie packed beside the server: packed in answering they would be larger by a fifth', async () => {
  const html = await (await fetch(`${shop.url}/en/`)).text();
  const styles = [...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, path = '']) => path);
  const files = [...styles, ...scriptsNamedIn(html)];
  expect(files.length).toBeGreaterThan(5);
  let [sent, plain] = [0, 0];
  for (const path of files) {
    const answer = await fetch(shop.url + path, { headers: { 'accept-encoding': 'br' } });
    const text = await (await fetch(shop.url + path, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer();
    // Node's fetch unpacks the body; its length as sent is told only where it was known before.
    const length = answer.headers.get('content-length');
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(text)), path).toBe(true);
    if (text.byteLength < 1024) continue;
    expect(answer.headers.get('content-encoding'), path).toBe('br');
    expect(length, path).not.toBeNull();
    sent += Number(length);
    plain += gzipSync(Buffer.from(text)).length;
  }
  expect(sent).toBeLessThan(plain * 0.92);
});
