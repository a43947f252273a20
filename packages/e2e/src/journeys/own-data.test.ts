import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addToCart } from '../harness/cart.ts';
import { findOverflow } from '../harness/find-overflow.ts';
import { findViolations } from '../harness/find-violations.ts';
import { expectFocusKept, tabAndEnter } from '../harness/keyboard.ts';
import { readCode } from '../harness/mailbox.ts';
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
const NAME = 'Testa Mustermann';
const STREET = 'Musterallee 7';

const main = (page: Page) => page.getByRole('main');
const button = (page: Page, key: string, t = en) => main(page).getByRole('button', { name: t(key), exact: true });
const field = (page: Page, key: string, t = en) => main(page).getByRole('textbox', { name: t(key) });

/** Asks the graph as the page of a browser would, with its cookies. */
async function askAs<Data>(context: BrowserContext, query: string, variables: object = {}): Promise<Data> {
  const answer = await context.request.post(`${shop.url}/graphql`, { data: { query, variables } });
  return ((await answer.json()) as { data: Data }).data;
}

/** Orders what is in the cart of a browser; answers the token of the order's link. */
async function order(context: BrowserContext, email: string): Promise<string> {
  await addToCart(context, shop);
  const { placeOrder } = await askAs<{ placeOrder: { trackingToken: string } }>(
    context,
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { trackingToken userErrors { message } } }',
    {
      input: {
        email,
        recipientName: NAME,
        shippingOptionId: 'standard',
        language: 'EN',
        address: { countryCode: 'DE', addressLine1: STREET, postalCode: '10115', city: 'Musterhausen' },
      },
    },
  );
  return placeOrder.trackingToken;
}

/** Opens an account in a browser, and signs in to it. */
async function openAccount(context: BrowserContext, email: string): Promise<void> {
  const { signUp } = await askAs<{ signUp: { challenge: string } }>(
    context,
    'mutation ($input: SignUpInput!) { signUp(input: $input) { challenge } }',
    { input: { email, name: NAME } },
  );
  const code = await readCode(context, email);
  await askAs(
    context,
    'mutation ($input: EnterSignInCodeInput!) { enterSignInCode(input: $input) { customer { id } } }',
    {
      input: { challenge: signUp.challenge, code },
    },
  );
}

/** Presses the button that fetches the copy, and opens the file that comes. */
async function fetchCopy(page: Page, t = en): Promise<Readonly<Record<string, string>>> {
  const coming = page.waitForEvent('download');
  await button(page, 'download.fetch', t).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^barrier-data-[\d-]+\.zip$/);
  const files = unzipSync(readFileSync(await download.path()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

it('A customer on a phone sees what is held and who looked, takes a copy along, and proves anew to have another', async () => {
  const t = wordsIn('de');
  const email = 'own.data@example.com';
  const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'de' });
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  await openAccount(context, email);
  await order(context, email);
  // More looks than fit on the first page of them.
  for (let visits = 0; visits < 4; visits += 1) {
    await visit(page, '/de/account/privacy');
    await main(page).getByText(email).first().waitFor();
    await main(page).getByText('Sie haben es angesehen.').first().waitFor();
  }
  // Each look is an entry of its own.
  const looks = page.getByRole('region', { name: t('history.title'), exact: true }).getByRole('listitem');
  expect(await looks.count()).toBe(8);
  while ((await button(page, 'history.more', t).count()) > 0) {
    const shown = await looks.count();
    await tabAndEnter(page, button(page, 'history.more', t));
    await expect.poll(() => looks.count()).toBeGreaterThan(shown);
  }
  expect(await looks.count()).toBeGreaterThan(8);
  await expectFocusKept(page);
  const parts = page.getByRole('region', { name: t('holdings.title'), exact: true }).getByRole('heading', { level: 3 });
  await expect.poll(() => parts.allTextContents()).toEqual(['Ihr Konto', expect.stringMatching(/^Bestellung BR-/)]);
  await parts.last().click();
  await main(page).getByText(STREET).waitFor();
  await main(page).getByText('90 Tage nach der Zustellung.').first().waitFor();
  await main(page).getByText(t('holdings.terms')).first().click();
  await main(page)
    .getByText('Um Konten und Aufzeichnungen zu schützen')
    .or(main(page).getByText(t('holdings.stored')))
    .first()
    .waitFor();
  await main(page).getByText('Sie haben es angesehen.').first().waitFor();
  await expect.poll(() => button(page, 'download.request', t).getAttribute('aria-disabled')).toBeNull();
  expect(await findViolations(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);

  await button(page, 'download.request', t).click();
  await button(page, 'download.fetch', t).waitFor();
  await expectFocusKept(page);
  expect(await findViolations(page)).toEqual([]);
  const files = await fetchCopy(page, t);
  await main(page).getByText(t('download.saved')).waitFor();
  await expectFocusKept(page);
  for (const name of ['data.json', 'orders.csv', 'index.html']) expect(files[name], name).toContain(STREET);
  expect(files['account.csv']).toContain(email);
  // The readable page by itself, as it is opened from the file: nothing runs, nothing is fetched.
  const shown = await context.newPage();
  await shown.setContent(files['index.html'] ?? '');
  await shown.getByRole('heading', { level: 1, name: 'Ihre Daten bei Barrier' }).waitFor();
  await shown.getByText(STREET).first().waitFor();
  expect(await findOverflow(shown)).toEqual([]);
  await shown.close();

  const database = new DatabaseSync(join(shop.dataDir, 'main.db'));
  database.exec('update account_session set proved_at = proved_at - 660000');
  database.close();
  await button(page, 'download.again', t).click();
  await button(page, 'prove.request', t).click();
  await field(page, 'prove.code', t).fill(await readCode(context, email, 3));
  await button(page, 'account.goOn', t).click();
  await button(page, 'download.fetch', t).waitFor();

  for (const word of [email, encodeURIComponent(email), 'Musterallee']) {
    expect(addresses.join('\n')).not.toContain(word);
    expect(shop.output()).not.toContain(word);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

it('A guest at a desk does the same for their order, by its link and the mailed code', async () => {
  const email = 'own.guest@example.com';
  const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
  const token = await order(context, email);
  await visit(page, `/en/your-data#${token}`);
  await button(page, 'prove.request').click();
  await field(page, 'prove.code').fill(await readCode(context, email));
  await button(page, 'prove.show').click();
  await main(page).getByText(STREET).waitFor();
  await main(page).getByText('You looked at it.').first().waitFor();
  expect(await findViolations(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);
  await button(page, 'download.request').click();
  const files = await fetchCopy(page);
  expect(files['orders.csv']).toContain(STREET);
  await main(page).getByText(en('download.saved')).waitFor();

  // What was revealed goes from the screen at its time, and comes back when it is asked for.
  await page.clock.install();
  await page.reload();
  await button(page, 'prove.request').click();
  await field(page, 'prove.code').fill(await readCode(context, email, 3));
  await button(page, 'prove.show').click();
  await main(page).getByText(STREET).waitFor();
  await page.clock.fastForward(15 * 60_000 + 1_000);
  await main(page).getByText(en('holdings.hidden')).waitFor();
  expect(await main(page).textContent()).not.toContain(STREET);
  await page.clock.setSystemTime(new Date());
  await button(page, 'account.show').click();
  await main(page).getByText(STREET).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
