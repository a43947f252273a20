import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToCart } from '../harness/cart.ts';
import { findOverflow } from '../harness/find-overflow.ts';
import { openMail } from '../harness/mailbox.ts';
import { openBrowser, openPage, visit } from '../harness/open-browser.ts';
import { PUBLIC_PAGES } from '../harness/public-pages.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';
import { wordsIn } from '../harness/words.ts';

/** The narrowest window that many phones have. */
const NARROW = { width: 360, height: 740 };

let shop: RunningShop;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
  const narrow = await openPage(browser, shop, { viewport: NARROW, locale: 'de' });
  page = narrow.page;
  for (const slug of ['dew-gel-cleanser', 'quiet-cleanser']) await addToCart(narrow.context, shop, slug);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

const t = wordsIn('de');
const field = (key: string) => page.getByRole('textbox', { name: t(key), exact: true });

/** Long, and some of it without a place to break. */
const TYPED = {
  'field.recipientName': 'Testa Maximiliane Mustermann-Beispielhausen',
  'field.addressLine1': 'Oberbeispielshausenermusterstraße 123',
  'field.postalCode': '12345',
  'field.city': 'Musterstadt-Beispielhausen',
  'field.email': 'testa.maximiliane.mustermann.beispielhausen@lange.adresse.example.com',
};

describe('In a window 360 px wide nothing sticks out', () => {
  it.each([...PUBLIC_PAGES, '/no-such-page'])('of %s in German, whose words are the longest', async (path) => {
    // The cart is what every page asks for as soon as its script has taken over.
    await visit(page, `/de${path}`);
    await page.locator('h1').waitFor();
    expect(await findOverflow(page)).toEqual([]);
  });

  it('of the cart, with the field for a promotion code', async () => {
    await visit(page, '/de/');
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Warenkorb/ })
      .click();
    const cart = page.getByRole('dialog', { name: t('cart.title') });
    await cart.getByRole('listitem').first().waitFor();
    await cart.getByText(t('promotion.title'), { exact: true }).click();
    await cart.getByRole('textbox', { name: t('promotion.label'), exact: true }).fill('EINSEHRLANGERGUTSCHEINCODE');
    expect(await findOverflow(page)).toEqual([]);
  });

  it('of the search, before a word and with what it suggests', async () => {
    await visit(page, '/de/');
    await page
      .getByRole('banner')
      .getByRole('link', { name: t('nav.search'), exact: true })
      .click();
    const search = page.getByRole('dialog', { name: t('nav.search') });
    await search.getByRole('listitem').first().waitFor();
    expect(await findOverflow(page), 'before a word').toEqual([]);
    await search.getByRole('combobox').fill('serum');
    await search.getByRole('group', { name: t('search.products') }).waitFor();
    expect(await findOverflow(page), 'suggestions').toEqual([]);
  });

  it('from the checkout, with all that can be wrong there, to the order and its proof', async () => {
    await visit(page, '/de/checkout');
    await page.getByRole('combobox', { name: t('field.country') }).selectOption('DE');
    await page.getByRole('radio').first().waitFor();
    await page.getByRole('button', { name: t('checkout.order'), exact: true }).click();
    await page.locator('[aria-invalid]').first().waitFor();
    await page.getByRole('button', { name: `${t('why.ask')}: ${t('field.email')}` }).click();
    await page.getByRole('dialog').waitFor();
    expect(await findOverflow(page), 'wrong fields').toEqual([]);

    await page.keyboard.press('Escape');
    for (const [key, text] of Object.entries(TYPED)) await field(key).fill(text);
    await page.getByRole('button', { name: t('checkout.order'), exact: true }).click();
    await page.waitForURL(`${shop.institutionUrl}/pay/**`);
    expect(await findOverflow(page), 'payment institution').toEqual([]);
    await page.getByLabel('Kartennummer').fill('4242 4242 4242 4242');
    await page.getByLabel('Gültig bis').fill('12/39');
    await page.getByLabel('Prüfnummer').fill('123');
    await page.getByRole('button', { name: /€ bezahlen$/ }).click();
    await page.getByRole('heading', { level: 1, name: t('order.paid') }).waitFor();
    expect(await findOverflow(page), 'confirmation').toEqual([]);

    await openMail(page, 'ist bezahlt');
    expect(await findOverflow(page), 'mail').toEqual([]);
    await page.getByRole('link', { name: 'Bestellung verfolgen' }).click();
    await page.getByRole('heading', { level: 1, name: t('track.paid') }).waitFor();
    expect(await findOverflow(page), 'masked').toEqual([]);
    await page.getByRole('button', { name: t('prove.request') }).click();
    const mailbox = await page.context().newPage();
    await openMail(mailbox, 'Ihr Code');
    const code = /\b\d{3}\s?\d{3}\b/.exec((await mailbox.getByRole('main').textContent()) ?? '')?.[0];
    await mailbox.close();
    await page.getByRole('textbox', { name: t('prove.code') }).fill(code ?? '');
    await page.keyboard.press('Enter');
    await page.getByText(TYPED['field.recipientName']).waitFor();
    expect(await findOverflow(page), 'revealed').toEqual([]);

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await findOverflow(page), 'on paper').toEqual([]);
    for (const text of [...Object.values(TYPED), t('checkout.total')]) {
      expect(await page.getByRole('main').getByText(text).first().isVisible(), `${text} on paper`).toBe(true);
    }
    for (const part of ['button', 'nav', 'footer', 'form']) {
      expect(await page.locator(`${part}:visible`).count(), `${part} on paper`).toBe(0);
    }
    expect(await page.locator('html').evaluate((root) => getComputedStyle(root).colorScheme)).toBe('light');
  });
});
