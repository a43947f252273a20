import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { institutionCounts } from '../harness/institution-counts.ts';
import { expectFocusKept, hasFocus, tabAndEnter, tabAndType, tabTo } from '../harness/keyboard.ts';
import { openMail } from '../harness/mailbox.ts';
import { openBrowser, openPage, WIDTHS } from '../harness/open-browser.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';
import { type Language, wordsIn } from '../harness/words.ts';

let shop: RunningShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

interface Journey {
  readonly language: Language;
  readonly country: string;
  readonly orderButton: string;
  readonly payButton: RegExp;
  readonly card: { readonly number: string; readonly expiry: string; readonly code: string };
  readonly mails: { readonly paid: RegExp; readonly follow: string; readonly code: string };
}

const JOURNEYS: readonly Journey[] = [
  {
    language: 'en',
    country: 'Germany',
    orderButton: 'Order and pay',
    payButton: /^Pay €/,
    card: { number: 'Card number', expiry: 'Expiry date', code: 'Security code' },
    mails: { paid: /^Your order (\S+) is paid$/, follow: 'Follow your order', code: 'Your code to see your order' },
  },
  {
    language: 'de',
    country: 'Deutschland',
    orderButton: 'Zahlungspflichtig bestellen',
    payButton: /€ bezahlen$/,
    card: { number: 'Kartennummer', expiry: 'Gültig bis', code: 'Prüfnummer' },
    mails: {
      paid: /^Ihre Bestellung (\S+) ist bezahlt$/,
      follow: 'Bestellung verfolgen',
      code: 'Ihr Code für Ihre Bestellung',
    },
  },
];

const AT_WIDTHS = JOURNEYS.flatMap((journey) => [
  { ...journey, width: 'phone' as const },
  { ...journey, width: 'desk' as const },
]);

describe('A guest without a mouse', () => {
  it.each(AT_WIDTHS)('buys in $language at the width of a $width and follows the order', async (journey) => {
    const t = wordsIn(journey.language);
    const { page, context, complaints } = await openPage(browser, shop, {
      viewport: WIDTHS[journey.width],
      locale: journey.language,
    });

    await page.goto(`/${journey.language}/`);
    const bestsellers = page.getByRole('region', { name: t('home.bestsellers') });
    await tabAndEnter(page, bestsellers.getByRole('listitem').getByRole('link').first());

    const sizes = page.getByRole('main').getByRole('radio');
    await tabTo(page, sizes.first());
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => sizes.nth(1).isChecked()).toBe(true);
    await tabAndEnter(page, page.getByRole('button', { name: t('product.add'), exact: true }));

    const cart = page.getByRole('dialog', { name: t('cart.title') });
    await cart.getByRole('listitem').waitFor();
    await expectFocusKept(page);
    await tabAndEnter(page, cart.getByRole('link', { name: t('cart.checkout') }));

    await page.getByRole('heading', { level: 1, name: t('checkout.title') }).waitFor();
    await expectFocusKept(page);
    const field = (key: string) => page.getByRole('textbox', { name: t(key), exact: true });
    await tabAndType(page, page.getByRole('combobox', { name: t('field.country') }), journey.country);
    await tabAndType(page, field('field.recipientName'), 'Testa Mustermann');
    await tabAndType(page, field('field.addressLine1'), 'Musterweg 12');
    await tabAndType(page, field('field.postalCode'), '12345');
    await tabAndType(page, field('field.city'), 'Musterstadt');
    await tabAndType(page, field('field.email'), `testa.${journey.language}.${journey.width}@example.com`);
    await tabAndEnter(page, page.getByRole('button', { name: journey.orderButton, exact: true }));

    await page.waitForURL(`${shop.institutionUrl}/**`);
    await tabAndType(page, page.getByLabel(journey.card.number), '4242 4242 4242 4242');
    await tabAndType(page, page.getByLabel(journey.card.expiry), '12/39');
    await tabAndType(page, page.getByLabel(journey.card.code), '123');
    await tabAndEnter(page, page.getByRole('button', { name: journey.payButton }));

    await page.waitForURL(`${shop.url}/**`);
    await page.getByRole('heading', { level: 1, name: t('order.paid') }).waitFor();
    const number = await page
      .getByRole('term')
      .filter({ hasText: t('order.number') })
      .locator('+ dd')
      .textContent();
    expect(await page.getByRole('main').textContent()).not.toContain('Testa Mustermann');

    await openMail(page, number ?? '');
    expect(await page.title()).toMatch(journey.mails.paid);
    await tabAndEnter(page, page.getByRole('link', { name: journey.mails.follow }));

    await page.getByRole('heading', { level: 1, name: t('track.paid') }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain(t('personal.masked'));
    await tabAndEnter(page, page.getByRole('button', { name: t('prove.request') }));
    const codeField = page.getByRole('textbox', { name: t('prove.code') });
    await expect.poll(() => hasFocus(codeField)).toBe(true);

    const mailbox = await context.newPage();
    await openMail(mailbox, journey.mails.code);
    const code = /\b\d{3}\s?\d{3}\b/.exec((await mailbox.getByRole('main').textContent()) ?? '')?.[0];
    await mailbox.close();

    await page.keyboard.type(code ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('Testa Mustermann').waitFor();
    await expectFocusKept(page);
    expect(await page.getByRole('main').textContent()).toContain('Musterweg 12');

    const downloaded = page.waitForEvent('download');
    await tabAndEnter(page, page.getByRole('button', { name: t('order.invoice') }));
    expect((await downloaded).suggestedFilename()).toMatch(/^invoice-.+\.pdf$/);
    expect(readFileSync(await (await downloaded).path(), 'latin1')).toMatch(/^%PDF-/);

    expect(complaints).toEqual([]);
    await context.close();
  });

  it('gives the payment institution no cookie and no address of a page', async () => {
    const counts = await institutionCounts(shop);
    expect(counts.requests).toBeGreaterThan(AT_WIDTHS.length * 3);
    expect(counts).toMatchObject({ requestsWithCookie: 0, requestsWithReferer: 0 });
  });
});
