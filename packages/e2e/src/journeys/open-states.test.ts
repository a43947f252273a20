import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToCart } from '../harness/cart.ts';
import { findViolations } from '../harness/find-violations.ts';
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

const t = wordsIn('en');
const banner = (page: Page) => page.getByRole('banner');

/** What can be opened on a page, and how; each is looked at while it is open. */
const STATES: readonly {
  readonly name: string;
  readonly path: string;
  readonly width: keyof typeof WIDTHS;
  readonly open: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'the cart with something in it',
    path: '/',
    width: 'phone',
    open: async (page) => {
      await banner(page).getByRole('button', { name: /^Cart/ }).click();
      await page
        .getByRole('dialog', { name: t('cart.title') })
        .getByRole('listitem')
        .waitFor();
    },
  },
  {
    name: 'the menu of small windows',
    path: '/',
    width: 'phone',
    open: async (page) => {
      await banner(page)
        .getByRole('button', { name: t('nav.menu') })
        .click();
      await page.getByRole('dialog', { name: t('nav.menu') }).waitFor();
    },
  },
  {
    name: 'language, market and appearance',
    path: '/',
    width: 'desk',
    open: async (page) => {
      await banner(page)
        .getByRole('button', { name: t('preferences.open') })
        .click();
      await banner(page).getByRole('link', { name: 'Deutsch' }).waitFor();
    },
  },
  {
    name: 'the filters of small windows',
    path: '/shop?concern=redness',
    width: 'phone',
    open: async (page) => {
      await page.getByRole('button', { name: /^Filter/ }).click();
      await page
        .getByRole('dialog', { name: t('list.filter') })
        .getByRole('checkbox')
        .first()
        .waitFor();
    },
  },
  {
    name: 'search with suggestions',
    path: '/',
    width: 'desk',
    open: async (page) => {
      await banner(page)
        .getByRole('link', { name: t('nav.search'), exact: true })
        .click();
      await page.getByRole('dialog').getByRole('combobox').fill('serum');
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'why a field is asked for, and what is wrong with others',
    path: '/checkout',
    width: 'phone',
    open: async (page) => {
      await page.getByRole('complementary').getByRole('listitem').first().waitFor();
      await page.getByRole('combobox', { name: t('field.country') }).selectOption('DE');
      await page
        .getByRole('radio', { name: /working day/ })
        .first()
        .waitFor();
      await page.getByRole('button', { name: t('checkout.order') }).click();
      await page.locator('[aria-invalid]').first().waitFor();
      await page.getByRole('button', { name: `${t('why.ask')}: ${t('field.email')}` }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

describe('What opens on a page', () => {
  it.each(STATES)('$name: axe finds nothing, Escape closes it', async ({ path, width, open }) => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS[width], locale: 'en' });
    await addToCart(context, shop);
    await visit(page, `/en${path}`);
    await open(page);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[role="dialog"]:visible, [popover]:popover-open').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['en', 'phone', /Each sheet is for single use/, /Responsible person in the European Union\s*Barrier Demo GmbH/],
    ['de', 'desk', /Außerhalb der Reichweite von Kindern/, /Verantwortliche Person in der Europäischen Union/],
    ['zh', 'phone', /仅供外用/, /境内责任人/],
  ] as const)(
    'safety and manufacturer in %s: there without a script, opened by keyboard; axe finds nothing',
    async (language, width, warning, answering) => {
      const path = `/${language}/products/rain-sheet-mask`;
      const html = await (await fetch(`${shop.url}${path}`)).text();
      expect(html).toMatch(warning);
      const { page, context, complaints } = await openPage(browser, shop, {
        viewport: WIDTHS[width],
        locale: language,
      });
      await page.goto(path);
      const heading = page.getByRole('heading', { name: wordsIn(language)('safety.title') });
      const details = page.locator('details').filter({ has: heading });
      await details.locator('summary').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => details.evaluate((element) => (element as HTMLDetailsElement).open)).toBe(true);
      expect(await details.textContent()).toMatch(warning);
      expect(await details.textContent()).toMatch(answering);
      expect(await details.getByRole('link', { name: 'testhaus.example/contact' }).getAttribute('href')).toBe(
        'https://testhaus.example/contact',
      );
      expect(await findViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
