/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToCart } from '../harness/cart.ts';
import { findOverflow } from '../harness/find-overflow.ts';
import { findViolations } from '../harness/find-violations.ts';
import { expectFocusKept } from '../harness/keyboard.ts';
import { readCode } from '../harness/mailbox.ts';
import { openBrowser, openPage, visit, WIDTHS } from '../harness/open-browser.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';
import { type Words, wordsIn } from '../harness/words.ts';

let shop: RunningShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

const NAME = 'Testa Mustermann';

const main = (page: Page) => page.getByRole('main');
const field = (page: Page, name: string) => main(page).getByRole('textbox', { name });
const button = (page: Page, name: string, exact = true) => main(page).getByRole('button', { name, exact });
const card = (page: Page, street: string) => main(page).getByRole('listitem').filter({ hasText: street });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

async function look(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);
}

/** Leaves the payment for later: the order stands, and can be corrected. */
async function orderAndReadNumber(page: Page, t: Words, language: string): Promise<string> {
  await page
    .getByRole('complementary')
    .getByRole('button', { name: t('checkout.order') })
    .click();
  await page.waitForURL(`${shop.institutionUrl}/**`);
  await page.goto(`${shop.url}/${language}/checkout/return`);
  const number = page
    .getByRole('term')
    .filter({ hasText: t('order.number') })
    .locator('+ dd');
  return (await number.textContent()) ?? '';
}

/** Orders as somebody without an account, in a browser of their own. */
async function orderAsGuest(t: Words, language: string, email: string, width: keyof typeof WIDTHS): Promise<string> {
  const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS[width], locale: language });
  await addToCart(context, shop);
  await visit(page, `/${language}/checkout`);
  await main(page)
    .getByRole('combobox', { name: t('field.country') })
    .selectOption('DE');
  await fillLabel(page, t, 'Gastweg 9');
  await field(page, t('field.email')).fill(email);
  const number = await orderAndReadNumber(page, t, language);
  // As by the link of the mail that confirms a payment.
  const token = await page.evaluate(() => sessionStorage.getItem('barrier.order'));
  await visit(page, `/${language}/track#${token}`);
  await button(page, t('prove.request')).click();
  await field(page, t('prove.code')).fill(await readCode(context, email));
  await button(page, t('prove.show')).click();
  await button(page, t('correct.open')).click();
  await field(page, t('field.addressLine1')).fill('Anderer Gastweg 10');
  await button(page, t('correct.send')).click();
  await main(page).getByText(t('correct.done')).waitFor();
  await main(page).getByText('Anderer Gastweg 10').waitFor();
  await expectFocusKept(page);
  expect(complaints).toEqual([]);
  await context.close();
  return number;
}

async function fillLabel(page: Page, t: Words, street: string): Promise<void> {
  await field(page, t('field.recipientName')).fill(NAME);
  await field(page, t('field.addressLine1')).fill(street);
  await field(page, t('field.postalCode')).fill('10115');
  await field(page, t('field.city')).fill('Musterhausen');
}

async function signUp(page: Page, context: BrowserContext, t: Words, language: string, email: string): Promise<void> {
  await visit(page, `/${language}/sign-up`);
  await field(page, t('field.email')).fill(email);
  await field(page, t('account.name')).fill(NAME);
  await button(page, t('prove.request')).click();
  await field(page, t('prove.code')).fill(await readCode(context, email));
  await button(page, t('account.signUp')).click();
  await heading(page, t('account.title')).waitFor();
}

describe('A customer by themselves', () => {
  it.each([
    ['phone', 'de'],
    ['desk', 'en'],
  ] as const)(
    'keeps an address, buys with it, corrects it with the order, and takes in an order of theirs as a guest, at the width of a %s (%s)',
    async (width, language) => {
      const t = wordsIn(language);
      const [email, guest] = [`self.${language}@example.com`, `guest.${language}@example.com`];
      const guestOrder = await orderAsGuest(t, language, guest, width);
      const { page, context, complaints } = await openPage(browser, shop, {
        viewport: WIDTHS[width],
        locale: language,
      });
      const addresses: string[] = [];
      context.on('request', (request) => addresses.push(request.url()));
      await signUp(page, context, t, language, email);

      await page
        .getByRole('navigation', { name: t('account.title') })
        .getByRole('link', { name: t('addresses.title') })
        .click();
      await main(page).getByText(t('addresses.none'), { exact: true }).waitFor();
      await button(page, t('addresses.add')).click();
      await main(page)
        .getByRole('combobox', { name: t('field.country') })
        .selectOption('DE');
      await button(page, t('addresses.keep')).click();
      await expect.poll(() => field(page, t('field.recipientName')).getAttribute('aria-invalid')).toBe('true');
      await fillLabel(page, t, 'Musterweg 12');
      await look(page);
      await button(page, t('addresses.keep')).click();
      await card(page, 'Musterweg 12').waitFor();
      await expectFocusKept(page);

      await addToCart(context, shop);
      await visit(page, `/${language}/checkout`);
      const saved = main(page).getByRole('combobox', { name: t('addresses.choose') });
      await saved.selectOption({ label: `${NAME}, Musterweg 12, Musterhausen` });
      await expect.poll(() => field(page, t('field.addressLine1')).inputValue()).toBe('Musterweg 12');
      expect(await field(page, t('field.email')).inputValue()).toBe(email);
      await expect
        .poll(() =>
          main(page)
            .getByRole('checkbox', { name: t('addresses.keepForNext') })
            .count(),
        )
        .toBe(0);
      await look(page);
      const number = await orderAndReadNumber(page, t, language);

      await visit(page, `/${language}/account/addresses`);
      await button(page, t('addresses.correct'), false).click();
      await field(page, t('field.addressLine1')).fill('Neue Allee 5');
      await button(page, t('account.save')).click();
      await main(page).getByText(t('corrected.CORRECTED')).waitFor();
      await expectFocusKept(page);
      await look(page);
      await main(page).getByRole('link', { name: number }).click();
      await heading(page, t('orders.one')).waitFor();
      await main(page).getByText('Neue Allee 5').waitFor();
      expect(await main(page).textContent()).not.toContain('Musterweg 12');

      // Paid by its number, it is not taken for the order that this tab had before; the way back leads to one's own.
      await button(page, t('order.pay')).click();
      await page.waitForURL(`${shop.institutionUrl}/**`);
      await visit(page, `${shop.url}/${language}/checkout/return`);
      await main(page)
        .getByRole('link', { name: t('orders.all') })
        .click();
      await main(page).getByRole('link', { name: number }).click();
      await heading(page, t('orders.one')).waitFor();

      await button(page, t('correct.open')).click();
      await field(page, t('field.city')).fill('Musterstadt');
      await look(page);
      await button(page, t('correct.send')).click();
      await main(page).getByText(t('correct.done')).waitFor();
      await main(page).getByText('Musterstadt').waitFor();
      await expectFocusKept(page);

      await visit(page, `/${language}/account/orders`);
      await main(page).getByRole('link', { name: number }).waitFor();
      await look(page);
      await field(page, t('order.number')).fill(guestOrder.toLowerCase());
      await button(page, t('prove.request')).click();
      await field(page, t('prove.code')).fill(await readCode(context, guest, 2));
      await button(page, t('claim.send')).click();
      await main(page).getByRole('link', { name: guestOrder }).waitFor();
      await expectFocusKept(page);

      await visit(page, `/${language}/account/addresses`);
      await button(page, t('addresses.remove'), false).click();
      await main(page).getByText(t('addresses.removed')).waitFor();
      await button(page, t('device.undo')).click();
      await card(page, 'Neue Allee 5').waitFor();

      await visit(page, `/${language}/account`);
      await button(page, t('profile.changeEmail')).click();
      const next = `next.${language}@example.com`;
      await field(page, t('profile.newEmail')).fill(next);
      await button(page, t('prove.request')).click();
      await field(page, t('prove.code')).fill(await readCode(context, next));
      await look(page);
      await button(page, t('profile.confirmEmail')).click();
      await main(page).getByText(t('profile.emailChanged')).waitFor();
      await main(page).getByText(next, { exact: true }).waitFor();
      await expectFocusKept(page);

      for (const word of [email, encodeURIComponent(email), 'Mustermann', 'Musterweg', 'Allee'])
        expect(addresses.join('\n')).not.toContain(word);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
