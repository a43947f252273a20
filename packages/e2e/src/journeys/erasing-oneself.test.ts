import { readFile } from 'node:fs/promises';
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

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { trackingToken order { number } } }`;

/** Orders with what a browser has in its cart, as its checkout would. */
async function placeOrder(context: BrowserContext, email: string): Promise<{ token: string; number: string }> {
  await addToCart(context, shop);
  const address = { countryCode: 'DE', addressLine1: 'Musterweg 1', postalCode: '10115', city: 'Musterhausen' };
  const input = { email, recipientName: 'Testa Mustermann', shippingOptionId: 'standard', language: 'EN', address };
  const answer = await context.request.post(`${shop.url}/graphql`, { data: { query: PLACE, variables: { input } } });
  const { data } = (await answer.json()) as {
    data: { placeOrder: { trackingToken: string; order: { number: string } } };
  };
  return { token: data.placeOrder.trackingToken, number: data.placeOrder.order.number };
}

const main = (page: Page) => page.getByRole('main');

/** Axe in light and dark, and nothing wider than the window. */
async function expectSound(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);
}

it('A guest on a phone restricts the data of an order, lifts that, and has it erased by its link and a mailed code (de)', async () => {
  const t = wordsIn('de');
  const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'de' });
  const button = (key: string) => main(page).getByRole('button', { name: t(key), exact: true });
  const email = 'guest.to.erase@example.com';
  const { token, number } = await placeOrder(context, email);
  await visit(page, `/de/track#${token}`);
  await button('prove.request').click();
  await main(page)
    .getByRole('textbox', { name: t('prove.code') })
    .fill(await readCode(context, email));
  await button('prove.show').click();
  await main(page)
    .getByRole('link', { name: t('rights.link') })
    .click();

  // The code was entered a page before, and is not asked for again.
  await button('restrict.preview').click();
  await main(page).getByText(t('restrict.fate.ended')).waitFor();
  await expectSound(page);
  await button('restrict.do').click();
  await main(page).getByText(t('restrict.done')).waitFor();
  await expectFocusKept(page);
  await button('restrict.lift').click();
  await main(page).getByText(t('restrict.lifted')).waitFor();

  await button('erase.preview').click();
  await main(page)
    .getByRole('heading', { name: t('erase.stays') })
    .waitFor();
  await expectFocusKept(page);
  await expectSound(page);
  await main(page)
    .getByRole('radio', { name: t('erase.atOnce') })
    .check();
  await button('erase.doAtOnce').click();
  await page.getByRole('heading', { level: 1, name: t('receipt.title') }).waitFor();
  await main(page).getByText(t('receipt.rescanWaits')).waitFor();
  await expectSound(page);
  const shown = (await main(page).textContent()) ?? '';
  for (const word of [email, number, 'Mustermann']) expect(shown).not.toContain(word);
  await visit(page, `/de/track#${token}`);
  await main(page).getByText(t('track.unknown')).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('A customer at a desk schedules the erasure of the account by keyboard, cancels it, and has it done at once (en)', async () => {
  const t = wordsIn('en');
  const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
  const button = (key: string) => main(page).getByRole('button', { name: t(key), exact: true });
  const email = 'customer.to.erase@example.com';
  await visit(page, '/en/sign-up');
  await main(page)
    .getByRole('textbox', { name: t('field.email') })
    .fill(email);
  await button('prove.request').click();
  await main(page)
    .getByRole('textbox', { name: t('prove.code') })
    .fill(await readCode(context, email));
  await button('account.signUp').click();
  await page.getByRole('heading', { level: 1, name: t('account.title') }).waitFor();
  const { number } = await placeOrder(context, email);

  await visit(page, '/en/account');
  await main(page)
    .getByRole('link', { name: t('rights.link') })
    .click();
  await tabAndEnter(page, button('erase.preview'));
  await button('erase.schedule').waitFor();
  await expectFocusKept(page);
  await expectSound(page);
  expect(await main(page).textContent()).toContain(number);
  await tabAndEnter(page, button('erase.schedule'));
  await main(page).getByText(t('erase.scheduled')).waitFor();
  await expectFocusKept(page);
  await page.getByRole('timer').waitFor();
  await expectSound(page);
  await visit(page, '/en/account');
  await main(page)
    .getByRole('link', { name: t('erase.seeOrCancel') })
    .click();
  await page.getByRole('timer').waitFor();
  await button('erase.cancel').click();
  await main(page).getByText(t('erase.cancelled')).waitFor();
  await expectFocusKept(page);

  await button('erase.preview').click();
  await main(page)
    .getByRole('radio', { name: t('erase.atOnce') })
    .check();
  await button('erase.doAtOnce').click();
  await button('receipt.download').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), button('receipt.download').click()]);
  const receipt = JSON.parse(await readFile(await file.path(), 'utf8')) as Record<string, unknown>;
  expect(receipt).toMatchObject({ state: 'EXECUTED', scope: 'ACCOUNT', isFinal: false });
  expect(JSON.stringify(receipt)).not.toContain(email);
  await expectSound(page);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await visit(page, '/en/account');
  await page.getByRole('heading', { level: 1, name: t('account.signIn') }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
