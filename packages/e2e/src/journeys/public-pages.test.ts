/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectFit } from '../harness/expect-fit.ts';
import { openBrowser, openPage, type WatchedPage, WIDTHS } from '../harness/open-browser.ts';
import { PUBLIC_PAGES } from '../harness/public-pages.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';

const NARROWEST = { width: 320, height: 640 };

let shop: RunningShop;
let browser: Browser;
let watched: Record<'narrow' | 'desk', WatchedPage>;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
  const [narrow, desk] = await Promise.all([
    openPage(browser, shop, { viewport: NARROWEST, locale: 'de' }),
    openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' }),
  ]);
  watched = { narrow, desk };
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

it('keeps from itself what the shop does not use, by names that the browser knows', async () => {
  const { page } = watched.desk;
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto('/en/');
  const allowed = await page.evaluate(allowedFeatures);
  const denied = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics', 'interest-cohort'];
  expect(allowed.filter((feature) => denied.includes(feature))).toEqual([]);
  expect(allowed).toEqual(expect.arrayContaining(['publickey-credentials-get', 'publickey-credentials-create']));
  expect(said.filter((text) => /permissions-policy/i.test(text))).toEqual([]);
});

describe.each(PUBLIC_PAGES)('%s', (path) => {
  // The narrowest window of WCAG 2.2 (1.4.10), in the language with the longest words; a desk's is in the long tests.
  it('is accessible, quiet and still in the window of a small phone, light and dark', () =>
    expectFit(watched.narrow, 'de', path));

  it('has a title, a description, and an address or no place in search engines', async () => {
    const html = await (await fetch(`${shop.url}/en${path}`)).text();
    expect(html).toMatch(/<title>[^<]*Barrier/);
    expect(html).toMatch(/<meta name="description" content="[^"]*\w{3}/);
    if (html.includes('<meta name="robots" content="noindex"')) expect(html).not.toContain('rel="canonical"');
    else expect(html).toContain(`<link rel="canonical" href="${shop.url}/en`);
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
    expect(inline.filter((tag) => !/type="application\/(?:ld\+)?json"/.test(tag))).toEqual([]);
    expect(html).not.toMatch(/\son[a-z]+="/);
    expect(one.headers.get('set-cookie')).toBeNull();
  });
});

/** Runs in the page: the features that its policy leaves it, as Chromium tells them. */
function allowedFeatures(): string[] {
  return (document as Document & { featurePolicy: { allowedFeatures(): string[] } }).featurePolicy.allowedFeatures();
}
