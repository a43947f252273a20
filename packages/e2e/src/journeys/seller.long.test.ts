import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, WIDTHS } from '../harness/open-browser.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';
import { wordsIn } from '../harness/words.ts';

/** The demo's seller file: its values are what a configured shop must not say. */
const demo: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../../server/demo/seller.json'), 'utf8'));
const { country: _country, timeZone: _zone, ...invented } = demo as Record<string, unknown>;
const DEMO_WORDS = [...textsOf(invented), 'barrier.example'];

const SELLER = {
  name: 'Testhaus Handels OG',
  addressLines: ['Beispielgasse 7/3', '1234 Beispielstadt'],
  country: 'AT',
  representatives: ['Testina Beispiel'],
  register: 'Firmenbuch Beispielstadt, FN 000000t',
  vatId: 'ATU00000000',
  email: {
    service: 'hallo@testhaus.example',
    safety: 'melden@testhaus.example',
    withdrawal: 'widerruf@testhaus.example',
    privacy: 'daten@testhaus.example',
  },
  timeZone: 'Europe/Vienna',
};
const COUNTRY = { en: 'Austria', de: 'Österreich', zh: '奥地利' } as const;

/** What each page owes its reader; a product's page names its maker, too, so only where to write is looked for there. */
const PAGES: readonly [string, readonly string[]][] = [
  [
    '/imprint',
    [...textsOf({ ...SELLER, country: [], timeZone: [], email: [] }), SELLER.email.service, SELLER.email.safety],
  ],
  ['/terms', [SELLER.name, ...SELLER.addressLines, SELLER.email.service]],
  ['/withdrawal', [SELLER.name, ...SELLER.addressLines, SELLER.email.withdrawal]],
  ['/privacy', [SELLER.name, SELLER.email.privacy]],
  ['/products/dew-gel-cleanser', [`mailto:${SELLER.email.safety}`]],
];

/** Every text of a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

let folder: string;
let shop: RunningShop;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'barrier-seller-'));
  const file = join(folder, 'seller.json');
  writeFileSync(file, JSON.stringify(SELLER));
  [shop, browser] = await Promise.all([startShop({ SELLER_FILE: file }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const htmlOf = async (path: string) => (await fetch(`${shop.url}${path}`)).text();

describe.each(['en', 'de', 'zh'] as const)('A shop with a seller of its own, in %s', (language) => {
  const t = wordsIn(language);

  it.each(PAGES)('names it on %s in the first HTML, and nothing of the demo', async (path, owed) => {
    const html = await htmlOf(`/${language}${path}`);
    // What is there for the eye, without the state beside it.
    const shown = html.replace(/<script\b.*?<\/script>/gs, '');
    for (const text of owed) expect(shown).toContain(text);
    if (path === '/imprint' || path === '/terms') expect(shown).toContain(COUNTRY[language]);
    for (const key of ['legal.demonstration', 'footer.demonstration']) expect(shown).not.toContain(t(key));
    // The demo's products name its companies as their makers.
    if (!path.startsWith('/products')) for (const word of DEMO_WORDS) expect(html).not.toContain(word);
  });
});

it('Who has no link to an order is told where to write, and the footer leads to delivery, contact and the playground', async () => {
  const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
  const address = `mailto:${SELLER.email.service}`;
  for (const path of ['/en/track', '/en/track#a-link-that-does-not-exist']) {
    await page.goto('/en/imprint');
    await page.goto(path);
    const contact = page.getByRole('main').getByRole('link', { name: SELLER.email.service });
    await contact.waitFor();
    expect(await contact.getAttribute('href')).toBe(address);
  }
  complaints.splice(0);
  const footer = page.locator('footer');
  expect(await footer.getByRole('link', { name: 'Contact' }).getAttribute('href')).toBe(address);
  await footer.getByRole('link', { name: 'Delivery' }).click();
  await page.locator('#delivery').getByRole('heading', { name: 'Delivery' }).waitFor();
  await footer.getByRole('link', { name: 'For developers' }).click();
  await page.waitForURL(`${shop.url}/playground`);
  await page.locator('.graphiql-container').waitFor({ timeout: 60_000 });
  expect(complaints).toEqual([]);
  await context.close();
});

it('Nothing is asked for a second time when a page takes over, or when the imprint is opened from its footer', async () => {
  const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/graphql')) asked.push(request.url() + (request.postData() ?? ''));
  });
  await Promise.all([page.waitForResponse('**/graphql'), page.goto('/en/terms')]);
  await page.locator('footer').getByRole('link', { name: 'Imprint' }).click();
  await page.getByRole('heading', { level: 1, name: 'Imprint' }).waitFor();
  await page.getByText(SELLER.register).waitFor();
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((request) => request.includes('"operationName":"Seller"'))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

it('The demo says of itself that it is invented, on the pages that name its company and under each', async () => {
  const demoShop = await startShop();
  try {
    for (const language of ['en', 'de', 'zh'] as const) {
      const t = wordsIn(language);
      for (const path of ['/imprint', '/terms', '/withdrawal']) {
        const html = await (await fetch(`${demoShop.url}/${language}${path}`)).text();
        for (const word of ['Barrier Demo GmbH', t('legal.demonstration'), t('footer.demonstration')]) {
          expect(html).toContain(word);
        }
      }
    }
  } finally {
    await demoShop.dispose();
  }
});
